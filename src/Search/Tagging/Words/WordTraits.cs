namespace Search.Tagging.Words;

/// <summary>What the word lists say about a word. Which words have which trait is data: <c>actors/*.txt</c> and <c>actors/grammar.tsv</c>.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,
    GivenName = 1 << 0,
    SayingVerb = 1 << 1,
    AgentVerb = 1 << 2,
    Auxiliary = 1 << 3,
    /// <summary>Ends the name of an organisation: Council, University.</summary>
    OrganisationSuffix = 1 << 4,
    /// <summary>Begins one, followed by <c>of</c> or <c>for</c>: Ministry, Bank.</summary>
    OrganisationPrefix = 1 << 5,
    /// <summary>Stands anywhere in one.</summary>
    OrganisationInside = 1 << 6,
    /// <summary>Inc, Corp, Ltd: in the mention, not in the label.</summary>
    CompanySuffix = 1 << 7,
    /// <summary>River, Lake, Island.</summary>
    PlaceWord = 1 << 8,
    /// <summary>In, at, near: what follows is where something happens.</summary>
    PlacePreposition = 1 << 9,
    /// <summary>Between, with, against, from: what follows may be a party.</summary>
    RelationPreposition = 1 << 10,
    Preposition = 1 << 11,
    /// <summary>Words that are never names by themselves: articles, pronouns, conjunctions, common adverbs.</summary>
    Function = 1 << 12,
    /// <summary>May stand in lower case inside an organisation's name: of, and, for, the.</summary>
    Joiner = 1 << 13,
    /// <summary>May stand in lower case inside a person's name: de, van, bin.</summary>
    NameParticle = 1 << 14,
    /// <summary>Jr, Sr, III.</summary>
    NameSuffix = 1 << 15,
    /// <summary>What belongs to a state rather than to a city: policy, envoy, sanctions.</summary>
    StateNoun = 1 << 16,
    He = 1 << 17,
    She = 1 << 18,
    /// <summary>Written with a full stop that ends no sentence.</summary>
    Abbreviation = 1 << 19,
    /// <summary>An organisation's name with this word may end in <c>in</c> and a country: chamber.</summary>
    TakesCountry = 1 << 20,
    Determiner = 1 << 21,
    /// <summary>Every word of a person's title: president, foreign, minister.</summary>
    TitleWord = 1 << 22,
    /// <summary>Will, would, must: what follows is done on purpose.</summary>
    Modal = 1 << 23,
    And = 1 << 24,
    Who = 1 << 25,
    Between = 1 << 26,
    /// <summary>To, of, that: after somebody who is urged, accused, told.</summary>
    ObjectLink = 1 << 27,
    /// <summary>It, the company: the speaker is an organisation.</summary>
    It = 1 << 28,
    /// <summary>Said, says: a clause may follow without <c>that</c>.</summary>
    BareSaying = 1 << 29,
    That = 1 << 30,
}
