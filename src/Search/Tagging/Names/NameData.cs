using Search.Tagging.Words;
using Search.Text;

namespace Search.Tagging.Names;

/// <summary>Reads the actor files of a data folder into a lexicon. Countries win over organisations over places over groups.</summary>
internal static class NameData
{
    public const string Countries = "actors/countries.tsv";
    public const string Organisations = "actors/organisations.tsv";
    public const string Places = "actors/places.tsv";
    public const string Groups = "actors/groups.tsv";
    public const string GivenNames = "actors/given-names.txt";
    public const string Titles = "actors/titles.tsv";
    public const string OrganisationWords = "actors/organisation-words.tsv";
    public const string Never = "actors/never.txt";
    public const string SayingVerbs = "actors/saying-verbs.txt";
    public const string AgentVerbs = "actors/agent-verbs.txt";
    public const string PlaceWords = "actors/place-words.txt";
    public const string Grammar = "actors/grammar.tsv";

    public static readonly string[] Files =
        [Countries, Organisations, Places, Groups, GivenNames, Titles, OrganisationWords, Never, SayingVerbs, AgentVerbs, PlaceWords, Grammar];

    public static void Read(DataFolder data, LexiconBuilder into, FeedNames feed)
    {
        ReadCountries(data, into, feed);
        ReadOrganisations(data, into);
        ReadPlaces(data, into);
        foreach (var row in data.Rows(Groups, 2))
        {
            var group = new ActorName(row[0], ActorType.Group);
            Add(into, row[0], group, NameKind.Name);
            foreach (var other in DataFolder.Values(row[1])) Add(into, other, group, NameKind.Alias);
        }
        ReadWords(data, into);
    }

    /// <summary>The verbs of saying, folded.</summary>
    public static IReadOnlySet<string> SayingVerbsOf(DataFolder data) => data.Lines(SayingVerbs).Select(verb => Fold.Word(verb.Trim())).ToHashSet();

    private static void ReadCountries(DataFolder data, LexiconBuilder into, FeedNames feed)
    {
        var rows = data.Rows(Countries, 7).Select(r => (Country: new ActorName(r[1], ActorType.Country), Row: r)).ToList();
        foreach (var (country, row) in rows)
        {
            Add(into, country.Label, country, NameKind.Name);
            feed.Add(row[0], country);
            feed.Add(row[2], country);
        }
        foreach (var (country, row) in rows)
        {
            foreach (var other in DataFolder.Values(row[3])) Add(into, other, country, IsAcronym(other) ? NameKind.Acronym : NameKind.Alias);
            foreach (var demonym in DataFolder.Values(row[4])) into.Name(demonym, new KnownName(country, NameKind.Demonym, $"gazetteer: demonym of {country.Label}"));
        }
        foreach (var (country, row) in rows)
        {
            var capitals = DataFolder.Values(row[5]);
            foreach (var capital in capitals)
                into.Name(capital, new KnownName(new ActorName(capitals[0], ActorType.Place), NameKind.Capital, $"gazetteer: capital of {country.Label}", country));
            foreach (var seat in DataFolder.Values(row[6]))
                into.Name(seat, new KnownName(new ActorName(seat, ActorType.Place), NameKind.Seat, $"gazetteer: seat of power of {country.Label}", country));
        }
    }

    private static void ReadOrganisations(DataFolder data, LexiconBuilder into)
    {
        foreach (var row in data.Rows(Organisations, 4))
        {
            var organisation = new ActorName(row[0], ActorType.Org);
            Add(into, row[0], organisation, IsAcronym(row[0]) ? NameKind.Acronym : NameKind.Name);
            foreach (var acronym in DataFolder.Values(row[1])) Add(into, acronym, organisation, NameKind.Acronym);
            foreach (var other in DataFolder.Values(row[2])) Add(into, other, organisation, IsAcronym(other) ? NameKind.Acronym : NameKind.Alias);
        }
    }

    private static void ReadPlaces(DataFolder data, LexiconBuilder into)
    {
        foreach (var row in data.Rows(Places, 4))
        {
            var place = new ActorName(row[0], ActorType.Place);
            Add(into, row[0], place, NameKind.Name);
            foreach (var other in DataFolder.Values(row[1])) Add(into, other, place, IsAcronym(other) ? NameKind.Acronym : NameKind.Alias);
        }
    }

    private static void ReadWords(DataFolder data, LexiconBuilder into)
    {
        foreach (var row in data.Rows(Grammar, 2))
        {
            if (!Classes.TryGetValue(row[0], out var trait)) continue;
            foreach (var word in DataFolder.Values(row[1])) into.Trait(word, trait);
        }
        foreach (var name in data.Lines(GivenNames)) into.Trait(name, WordTraits.GivenName);
        foreach (var verb in data.Lines(SayingVerbs)) into.Trait(verb, WordTraits.SayingVerb);
        foreach (var verb in data.Lines(AgentVerbs)) into.Trait(verb, WordTraits.AgentVerb);
        foreach (var word in data.Lines(PlaceWords)) into.TraitOfHead(word, WordTraits.PlaceWord);
        foreach (var words in data.Lines(Never)) into.Mark(words, NodeMarks.Never);
        foreach (var row in data.Rows(Titles, 3))
        {
            into.Mark(row[1], row[2] == "person" ? NodeMarks.PersonTitle : NodeMarks.OfficeTitle);
            into.Trait(row[1], WordTraits.TitleWord);
            if (row[1].EndsWith('.')) into.Trait(row[1], WordTraits.Abbreviation);
        }
        foreach (var row in data.Rows(OrganisationWords, 2))
        {
            foreach (var where in DataFolder.Values(row[1])) into.TraitOfHead(row[0], OrganisationTrait(where));
        }
    }

    private static WordTraits OrganisationTrait(string where) => where switch
    {
        "suffix" => WordTraits.OrganisationSuffix,
        "prefix" => WordTraits.OrganisationPrefix,
        _ => WordTraits.OrganisationInside,
    };

    /// <summary>The classes of <c>actors/grammar.tsv</c>; a row with another class is ignored.</summary>
    private static readonly Dictionary<string, WordTraits> Classes = new()
    {
        ["auxiliary"] = WordTraits.Auxiliary,
        ["company-suffix"] = WordTraits.CompanySuffix,
        ["place-preposition"] = WordTraits.PlacePreposition | WordTraits.Preposition,
        ["relation-preposition"] = WordTraits.RelationPreposition | WordTraits.Preposition,
        ["preposition"] = WordTraits.Preposition,
        ["function"] = WordTraits.Function,
        ["joiner"] = WordTraits.Joiner,
        ["name-particle"] = WordTraits.NameParticle,
        ["name-suffix"] = WordTraits.NameSuffix,
        ["state-noun"] = WordTraits.StateNoun,
        ["he"] = WordTraits.He,
        ["she"] = WordTraits.She,
        ["abbreviation"] = WordTraits.Abbreviation,
        ["takes-country"] = WordTraits.TakesCountry,
        ["determiner"] = WordTraits.Determiner,
        ["and"] = WordTraits.And,
        ["who"] = WordTraits.Who,
        ["between"] = WordTraits.Between | WordTraits.Preposition,
        ["object-link"] = WordTraits.ObjectLink,
        ["it"] = WordTraits.It,
        ["bare-saying"] = WordTraits.BareSaying | WordTraits.SayingVerb,
        ["that"] = WordTraits.That,
        ["place-prefix"] = WordTraits.PlacePrefix | WordTraits.PlaceWord,
        ["thing"] = WordTraits.Thing,
        ["state-adjective"] = WordTraits.StateAdjective,
        ["official"] = WordTraits.Official,
        ["no-surname"] = WordTraits.NoSurname,
        ["takes-and"] = WordTraits.TakesAnd,
        ["weak-organisation"] = WordTraits.WeakOrganisation,
        ["according"] = WordTraits.According,
        ["modal"] = WordTraits.Modal | WordTraits.Auxiliary,
    };

    private static void Add(LexiconBuilder into, string text, ActorName actor, NameKind kind)
    {
        var reason = kind == NameKind.Name ? "gazetteer: name" : $"gazetteer: {(kind == NameKind.Acronym ? "acronym" : "another name")} of {actor.Label}";
        into.Name(text, new KnownName(actor, kind, reason) { EndsInPossessive = text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) });
        if (text.Length <= 6 && text.IndexOf('.', StringComparison.Ordinal) == text.Length - 1) into.Trait(text, WordTraits.Abbreviation);
    }

    /// <summary>One word in capitals: it must be written so in a text as well.</summary>
    private static bool IsAcronym(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c)) letters++;
            else if (c is not ('.' or '&')) return false;
        }
        return letters is >= 2 and <= 7;
    }
}
