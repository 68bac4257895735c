using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>A pronoun or a description never names an entity and never joins articles.</summary>
public sealed class NameFormTests
{
    [Theory]
    [InlineData("Barack Obama", "en", "Name", "Name")]
    [InlineData("The president", "en", "Description", "Description")]
    [InlineData("the president", "en", "Description", "Description")]
    [InlineData("President", "en", "Description", "Description")]
    [InlineData("the prime minister", "en", "Description", "Description")]
    [InlineData("The Hague", "en", "Name", "Name")]
    [InlineData("the White House", "en", "Name", "Name")]
    [InlineData("The place", "en", "Description", "Description")]
    [InlineData("President Obama", "en", "Name", "Name")]
    [InlineData("He", "en", "Pronoun", "Pronoun")]
    [InlineData("US", "en", "Name", "Name")]
    [InlineData("IT", "en", "Name", "Name")]
    [InlineData("Ella", "en", "Name", "Name")]
    [InlineData("Ella", "es", "Pronoun", "Pronoun")]
    [InlineData("King", "en", "Name", "Name")]
    [InlineData("The King", "en", "Description", "Description")]
    [InlineData("de stad", "nl", "Description", "Description")]
    [InlineData("De stad", "nl", "Description", "Description")]
    [InlineData("De Telegraaf", "nl", "Name", "Name")]
    [InlineData("Die Stadt", "de", "Description", "Description")]
    [InlineData("der Präsident", "de", "Description", "Description")]
    [InlineData("die Schweiz", "de", "Name", "Description")]
    [InlineData("die USA", "de", "Name", "Name")]
    [InlineData("Die Zeit", "nl", "Name", "Name")]
    [InlineData("Он", "ru", "Pronoun", "Pronoun")]
    [InlineData("Он", null, "Pronoun", "Pronoun")]
    [InlineData("её", "ru-RU", "Pronoun", "Pronoun")]
    [InlineData("il", null, "Pronoun", "Pronoun")]
    [InlineData("El Salvador", null, "Name", "Name")]
    [InlineData("La ciudad", "spa", "Description", "Description")]
    [InlineData("onu", "tr", "Pronoun", "Pronoun")]
    [InlineData("amsterdam", "nl", "Name", "Description")]
    [InlineData("北京", "zh", "Name", "Name")]
    [InlineData("她", "zh", "Pronoun", "Pronoun")]
    public void WordsAreNamesDescriptionsOrPronouns(string surface, string? language, string alone, string chained)
    {
        var key = new SurfaceKey(0, "Person", surface, language);

        Assert.Equal(alone, NameForms.Find(key, NameFolding.Fold(surface), isChained: false).ToString());
        Assert.Equal(chained, NameForms.Find(key, NameFolding.Fold(surface), isChained: true).ToString());
    }

    [Fact]
    public void ASentenceInitialDescriptionJoinsNoArticles()
    {
        using var folder = new TemporaryFolder(
            ("1.conllu", MakeDocument("one", "Merkel", "PROPN")), ("2.conllu", MakeDocument("two", "Rutte", "PROPN")),
            ("3.conllu", MakeDocument("three", "He", "PRON")));

        var entities = folder.Load().Identities.Entities;

        Assert.Equal(["Merkel", "Rutte", "The minister"], entities.Select(entity => entity.Name));
        Assert.Equal(["person:merkel", "person:rutte", "person:the minister"], entities.Select(entity => entity.Key));
    }

    [Fact]
    public void BareDescriptionsStayInTheirArticles()
    {
        using var folder = new TemporaryFolder(
            ("a.md", "---\nid: a\n---\n[the city]{.City} and [Oslo]{.City} and [The city]{.City}\n"),
            ("b.md", "---\nid: b\n---\n[the city]{.City} and [Oslo]{.City}\n"));

        Assert.Equal(["City:the city", "City:oslo", "City:the city@b"], folder.Load().Identities.Entities.Select(entity => entity.Key));
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("NIL")]
    [InlineData("NME")]
    [InlineData("None")]
    [InlineData("Q0")]
    [InlineData("_")]
    [InlineData("-")]
    [InlineData("--NME--")]
    [InlineData("wikidata:NIL")]
    [InlineData("http://www.wikidata.org/entity/Q0")]
    public void ALinkToNothingJoinsNothing(string nothing)
    {
        using var folder = new TemporaryFolder(("a.txt", "Ann met Bob"),
            ("a.ann",
                $"T1\tPerson 0 3\tAnn\nT2\tPerson 8 11\tBob\nN1\tReference T1 Wikidata:{nothing}\tno data\nN2\tReference T2 Wikidata:{nothing}\tno data\n"));

        var result = folder.Load();

        Assert.Equal(["Ann", "Bob"], result.Identities.Entities.Select(entity => entity.Name));
        Assert.Equal(2, result.Summary.Others["links to nothing"]);
    }

    [Fact]
    public void TheLevelOfAMentionIsThatOfTheFormat()
    {
        const string Text = """{"id":"@","text":"Lima won","entities":[{"start":0,"end":4,"type":"ORG","mention_type":"NOM"}]}""";
        using var folder = new TemporaryFolder(("a.jsonl", $"{Text.Replace("@", "a")}\n{Text.Replace("@", "b")}\n"));

        Assert.Equal(2, folder.Load().Summary.Entities);
    }

    /// <summary>The properties in which formats say it: ACE, MEANTIME, ERE.</summary>
    [Theory]
    [InlineData("mention_type", "NOM", 2)]
    [InlineData("syntactic_type", "NOM", 2)]
    [InlineData("noun_type", "PRO", 2)]
    [InlineData("noun_type", "NAM", 1)]
    public void EachFormatHasItsWordForTheLevel(string property, string level, int entities)
    {
        var text = $$"""{"id":"@","text":"Lima won","entities":[{"start":0,"end":4,"type":"ORG","{{property}}":"{{level}}"}]}""";
        using var folder = new TemporaryFolder(("a.jsonl", $"{text.Replace("@", "a")}\n{text.Replace("@", "b")}\n"));

        Assert.Equal(entities, folder.Load().Summary.Entities);
    }

    [Fact]
    public void AListThatIsRepeatedInEveryLetterIsOne()
    {
        using var folder = new TemporaryFolder(
            ("1.xml", MakeLetter("one", "Ann Baker")), ("2.xml", MakeLetter("two", "ann baker")),
            ("3.xml", MakeLetter("three", "Carl Diehl")));

        var entities = folder.Load().Identities.Entities;

        Assert.Equal(["one#p1", "three#p1"], entities.Select(entity => entity.Key));
        Assert.Equal([2, 1], entities.Select(entity => entity.Surfaces.Sum(surface => surface.Mentions)));
    }

    [Fact]
    public void ARoleFillerOverANameIsThatName()
    {
        using var folder = new TemporaryFolder(("a.tsv", """
            #FORMAT=WebAnno TSV 3.3
            #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
            #T_SP=de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemArg|
            #T_SP=de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemPred|ROLE_de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemPred:arguments_de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemArgLink|de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemArg|category


            #Text=Eve paid Tom .
            1-1	0-3	Eve	*	PER	*	_	_	_	
            1-2	4-8	paid	_	_	_	Agent;Recipient	1-1;1-3	pay	
            1-3	9-12	Tom	_	_	*	_	_	_	
            1-4	13-14	.	_	_	_	_	_	_	

            """));

        var result = folder.Load();
        var store = result.Store;
        var agent = Assert.Single(store.EdgeTables, table => table.Type == "Agent");

        Assert.Equal("PER:eve", store.GetNodeProperty(agent.GetTarget(agent.FirstEdge), "key").AsString());
        Assert.Equal((3, 2), (result.Summary.Mentions, result.Summary.Entities));
        Assert.Equal(2, Assert.Single(store.EdgeTables, table => table.Type == "MENTIONS").Count);
        Assert.True(store.HasLabel(agent.GetTarget(agent.FirstEdge), store.Labels.IndexOf("SemArg")));
    }

    private static string MakeLetter(string id, string name) => $"""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader/><text><body><p>I met <rs type="person" ref="#p1">Miss X.</rs> today.</p></body>
        <back><listPerson><person xml:id="p1"><persName>{name}</persName></person></listPerson></back></text></TEI>
        """;

    private static string MakeDocument(string id, string name, string partOfSpeech) => $"""
        # newdoc id = {id}
        # global.Entity = eid-etype-head-other
        1	{name}	_	{partOfSpeech}	_	_	2	nsubj	_	Entity=(e1-person-1-)
        2	spoke	_	VERB	_	_	0	root	_	_

        1	The	_	DET	_	_	2	det	_	Entity=(e1-person-2-
        2	minister	_	NOUN	_	_	3	nsubj	_	Entity=e1)
        3	left	_	VERB	_	_	0	root	_	_

        """;
}
