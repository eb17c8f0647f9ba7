namespace Search.Tagging.Words;

/// <summary>What the word lists say about a word. Which words have which trait is data: <c>actors/*.txt</c> and <c>actors/grammar.tsv</c>.</summary>
[Flags]
internal enum WordTraits : long
{
    None = 0,
    GivenName = 1L << 0,
    SayingVerb = 1L << 1,
    AgentVerb = 1L << 2,
    Auxiliary = 1L << 3,
    /// <summary>Ends the name of an organisation: Council, University.</summary>
    OrganisationSuffix = 1L << 4,
    /// <summary>Begins one, followed by <c>of</c> or <c>for</c>: Ministry, Bank.</summary>
    OrganisationPrefix = 1L << 5,
    /// <summary>Stands anywhere in one.</summary>
    OrganisationInside = 1L << 6,
    /// <summary>Inc, Corp, Ltd: in the mention, not in the label.</summary>
    CompanySuffix = 1L << 7,
    /// <summary>River, Lake, Island.</summary>
    PlaceWord = 1L << 8,
    /// <summary>In, at, near: what follows is where something happens.</summary>
    PlacePreposition = 1L << 9,
    /// <summary>Between, with, against, from: what follows may be a party.</summary>
    RelationPreposition = 1L << 10,
    Preposition = 1L << 11,
    /// <summary>Words that are never names by themselves: articles, pronouns, conjunctions, common adverbs.</summary>
    Function = 1L << 12,
    /// <summary>May stand in lower case inside an organisation's name: of, and, for, the.</summary>
    Joiner = 1L << 13,
    /// <summary>May stand in lower case inside a person's name: de, van, bin.</summary>
    NameParticle = 1L << 14,
    /// <summary>Jr, Sr, III.</summary>
    NameSuffix = 1L << 15,
    /// <summary>What belongs to a state rather than to a city: policy, envoy, sanctions.</summary>
    StateNoun = 1L << 16,
    He = 1L << 17,
    She = 1L << 18,
    /// <summary>Written with a full stop that ends no sentence.</summary>
    Abbreviation = 1L << 19,
    /// <summary>An organisation's name with this word may end in <c>in</c> and a country: chamber.</summary>
    TakesCountry = 1L << 20,
    Determiner = 1L << 21,
    /// <summary>Every word of a person's title: president, foreign, minister.</summary>
    TitleWord = 1L << 22,
    /// <summary>Will, would, must: what follows is done on purpose.</summary>
    Modal = 1L << 23,
    And = 1L << 24,
    Who = 1L << 25,
    Between = 1L << 26,
    /// <summary>To, of, that: after somebody who is urged, accused, told.</summary>
    ObjectLink = 1L << 27,
    /// <summary>It, the company: the speaker is an organisation.</summary>
    It = 1L << 28,
    /// <summary>Said, says: a clause may follow without <c>that</c>.</summary>
    BareSaying = 1L << 29,
    That = 1L << 30,
    /// <summary>Lake, Mount: stands before the rest of a place's name.</summary>
    PlacePrefix = 1L << 31,
    /// <summary>Act, programme, disease: a name that ends so is no actor's.</summary>
    Thing = 1L << 32,
    /// <summary>What a government is or is not: willing, opposed.</summary>
    StateAdjective = 1L << 33,
    /// <summary>After a capital it makes it a state: officials.</summary>
    Official = 1L << 34,
    /// <summary>Government, county, stadium: no surname, whatever given name stands before.</summary>
    NoSurname = 1L << 35,
    /// <summary>Committee, ministry: its name may hold an <c>and</c>.</summary>
    TakesAnd = 1L << 36,
    /// <summary>Energy, services: ends an organisation's name only before Inc and the like.</summary>
    WeakOrganisation = 1L << 37,
    According = 1L << 38,
}
