using Graph.Core;
using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class NativeFormatTests
{
    [Fact]
    public void EveryConstructOfTheFormatIsRead()
    {
        using var folder = new TemporaryFolder(("sample.md", """
            ---
            id: sample
            title: "Troepen: een overzicht"
            published: 2022-01
            source: Graph samples
            language: nl
            url: https://example.org/1
            ---

            # Troepen

            [Rusland]{.Country #russia wikidata=Q159 iso=RU} heeft [een [Kazachse]{.Country #kazakhstan}
            basis]{.Facility .Base #base}. Dr. Jansen [sic] zag \[niets\]. Later sprak
            [Tokajev]{.Person #tokayev sense=literal confidence=0.9} met [hem]{.Person note="wie?"} 😀 in
            [Almaty]{.City #almaty}.

            ```facts
            // who sent whom
            (#russia)-[:SENT_TROOPS_TO {on: '2022-01', troops: 2030}]->(#kazakhstan)
            (#almaty)-[:LOCATED_IN]->(#kazakhstan)
            (#russia)<-[:WARNED_ABOUT {claimedBy: #tokayev, certainty: 'speculated', confidence: 0.5}]-(#tokayev)
            (#talk:Event {kind: 'talk', on: '2022-01-05'})-[:AGENT]->(#tokayev)
            (#talk)-[:LOCATION]->(#almaty)
            (:Event {kind: 'visit'})-[:AGENT {order: 1}]->(#russia)
            (#tokayev)-[:REFERRED_TO]->(#talk)
            (#kazakhstan:Country {population: 19})-[:BORDERS]->(#russia)
            ```
            """));

        Verifier.Verify(folder.Describe());
    }

    /// <summary>Ids of any signs in backquotes, quotes doubled in quotes, and the name of an entity, of spans and of facts.</summary>
    [Theory]
    [InlineData("[Bob]{.Person #bob}", "bob", "Bob")]
    [InlineData("[Bob]{.Person #`Person:bob b.}`}", "Person:bob b.}", "Bob")]
    [InlineData("[Bob]{#`a``b` .Person}", "a`b", "Bob")]
    [InlineData("[Bob]{.Person #bob name=Robert}", "bob", "Robert")]
    [InlineData("[Bob]{.Person #bob name=\"Robert \"\"Bob\"\" B.\"}", "bob", "Robert \"Bob\" B.")]
    [InlineData("[Ann]{.Person #ann}\n\n```facts\n(#bob:Person {name: 'Robert'})-[:KNOWS]->(#ann)\n```", "bob", "Robert")]
    public void AnEntityIsCalledAsItsSpanSays(string body, string key, string name)
    {
        using var folder = new TemporaryFolder(("a.md", $"---\nid: a\n---\n\n{body}\n"));
        var result = folder.Load();

        Assert.Empty(result.Diagnostics);
        Assert.Equal(name, result.Store.GetNodeProperty(Assert.Single(result.Store.FindNodes("key", key)), "name").AsString());
    }

    [Fact]
    public void AMistakeCostsOnlyItselfAndIsShownWhereItStands()
    {
        using var folder = new TemporaryFolder(("bad.md", """
            ---
            id: bad
            titel: wrong key
            published: 2022-13
            ---

            [A]{.Person #a} saw x]{.Person #b} and [C]{Person} and []{.Person #d} and [E]{.Person #e #f} and [G]{}.
            Then [H]{.Person #h wikidta=Q1 confidence=2} left [open]{.Person #i

            ```facts
            (#a)-[:SAW]->(#e)
            (#a)-[SAW]->(#e)
            (#a)-[:SAW]->(#aa)
            ()-[:SAW]->(#a)
            (#a)-[:SAW {claimedBy: 'x', confidence: 3}]->(#e)
            ```

            ```other
            not text
            ```

            ```facts
            (#e)-[:SAW]->(#a)
            """));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void OnlyArticlesAreTakenAndOtherFilesAreListed()
    {
        using var folder = new TemporaryFolder(
            ("a.md", "---\nid: a\n---\n[X]{.Person}.\n"),
            ("readme.md", "# No front matter\n"),
            ("nothing.md", "---\ntitle: no id\n---\n"),
            ("loose.txt", "text without annotations"),
            ("queries/q.cypher", "MATCH (n) RETURN n"),
            ("queries/q.cypher.verified.txt", "n"),
            (".hidden.md", "---\nid: h\n---\n"));

        var summary = folder.Load().Summary;

        Assert.Equal(1, summary.Articles);
        Assert.Equal(["loose.txt", "nothing.md", "readme.md"], summary.SkippedFiles.Select(Path.GetFileName));
    }

    [Fact]
    public void ValuesBecomeWhatTheGraphTypeDeclares()
    {
        var hints = SchemaHints.None;
        var key = new PropertyDefinition("key", new PropertyType(ScalarType.String, IsNotNull: true), hints);
        var type = new GraphType(
            "Tiny",
            [
                new NodeType("Entity", "Entity", ["Entity"], [key], true, hints),
                new NodeType(
                    "Person", "Person", ["Person", "Entity"],
                    [key, new PropertyDefinition("born", new PropertyType(ScalarType.Date, IsNotNull: true), hints)], false, hints),
                new NodeType("Country", "Country", ["Country", "Entity"], [key], false, hints),
            ],
            [
                new EdgeType("MENTIONS", "MENTIONS", "Article", "Entity", [], hints),
                new EdgeType(
                    "LEADS", "LEADS", "Person", "Country", [new PropertyDefinition("since", new PropertyType(ScalarType.Date), hints)],
                    hints),
            ]);
        using var folder = new TemporaryFolder(("a.md", """
            ---
            id: a
            ---
            [P]{.Person #p born=1953} leads [C]{.Country #c}, says [Q]{.Person #q} of [R]{.Persn #r} of [S]{.Persn #s}.

            ```facts
            (#p)-[:LEADS {since: '2019-03'}]->(#c)
            (#p)-[:LEADS {since: 'long ago'}]->(#c)
            (#c)-[:LEADS]->(#p)
            (#p)-[:LEDES]->(#c)
            ```
            """));

        Verifier.Verify(folder.Describe(new LoadOptions(type)));
        Assert.True(folder.Load(new LoadOptions(type, Strict: true)).HasErrors);
        Assert.False(folder.Load(new LoadOptions(type)).HasErrors);
    }
}
