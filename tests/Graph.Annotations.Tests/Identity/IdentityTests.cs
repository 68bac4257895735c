using System.Text;
using Graph.Core;
using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class IdentityTests
{
    private const string First = """
        ---
        id: first
        ---
        [Kassym-Jomart Tokayev]{.Person} met [Vladimir Putin]{.Person #putin}. [Tokayev]{.Person} asked [Russia]{.Country wikidata=Q159}
        and [the alliance]{.Alliance #csto} for help. [He]{.Person} left [Almaty]{.City}.
        """;

    private const string Second = """
        ---
        id: second
        ---
        [Rusland]{.Country #russia wikidata=Q159} and [ALMATY]{.City} and [CSTO]{.Alliance} and [Putin]{.Person} and [He]{.Person}.
        [Roman Tokayev]{.Person #roman} is not [Tokayev]{.Person}, and [Almaty]{.Region} is a region here.
        """;

    private const string Aliases =
        "surface,type,entity id,reason,name\nCSTO,Alliance,csto,abbreviation,Collective Security Treaty Organization\n";

    [Fact]
    public void EveryJoinRemembersItsRule()
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b.md", Second), ("aliases.csv", Aliases));

        Verifier.Verify(Describe(folder, folder.Load()));
    }

    [Theory]
    [InlineData(IdentityRule.Link, "Russia", "Rusland")]
    [InlineData(IdentityRule.Alias, "the alliance", "CSTO")]
    [InlineData(IdentityRule.Name, "Almaty", "ALMATY")]
    [InlineData(IdentityRule.LastName, "Kassym-Jomart Tokayev", "Tokayev")]
    public void ARuleThatIsOffJoinsNothing(IdentityRule rule, string left, string right)
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b.md", Second), ("aliases.csv", Aliases));

        Assert.True(AreJoined(folder.Load(), left, right));
        Assert.False(AreJoined(folder.Load(new LoadOptions(null) { Identity = new IdentityRules { Disabled = [rule] } }), left, right));
    }

    [Fact]
    public void RemovingAnAliasUndoesItsJoin()
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b.md", Second));

        Assert.False(AreJoined(folder.Load(), "the alliance", "CSTO"));
    }

    [Fact]
    public void AnAliasFileSpeaksForItsFolderOnly()
    {
        using var folder = new TemporaryFolder(("one/a.md", First), ("two/b.md", Second), ("one/aliases.csv", Aliases));

        Assert.False(AreJoined(folder.Load(), "the alliance", "CSTO"));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void TheRulesOfAFolderEndWithIt(string strict, string open)
    {
        const string Article = """
            ---
            id: {0}
            ---
            [Ann Lee]{.Person} met [Bob Roe]{.Person}. [Lee]{.Person} and [Oslo]{.City wikidata=Q585} and [Oslo]{.City #oslo wikidata=Q585}.
            """;
        using var folder = new TemporaryFolder(
            ($"{strict}/corpus.yaml", "identity: {name: off, lastName: off, link: off}\n"),
            ($"{strict}/1.md", Article.Replace("{0}", "s1")), ($"{strict}/2.md", Article.Replace("{0}", "s2")),
            ($"{open}/1.md", Article.Replace("{0}", "o1")), ($"{open}/2.md", Article.Replace("{0}", "o2")));

        var people = folder.Load().Identities.Entities.Where(entity => entity.Type == "Person");

        // The open folder: Ann Lee with her last name, and Bob Roe. The other: three people in each article.
        Assert.Equal(8, people.Count());
        Assert.Equal(2, people.Count(entity => !entity.Joins.IsEmpty));
    }

    [Fact]
    public void OverlappingChainsAreReported()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Russia and Moscow and the country"),
            ("a.ann", "T1\tCountry 0 6\tRussia\nT2\tCity 11 17\tMoscow\nT3\tCountry 22 33\tthe country\n*\tEquiv T1 T3\n*\tEquiv T3 T2\n"));

        var result = folder.Load();

        Assert.Equal(["GR6202", "GR6203"], result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(1, result.Summary.Entities);
    }

    [Fact]
    public void WhatIsKnownToBeDifferentIsNotJoined()
    {
        using var folder = new TemporaryFolder(
            ("a.md", "---\nid: a\n---\n[Paris]{.City #paris-fr} and [Paris]{.City #paris-tx} and [Paris]{.City}.\n"));

        var result = folder.Load();

        Assert.Equal(3, result.Summary.Entities);
        Assert.Equal(
            new IdentityConflict(IdentityRule.Name, "paris-fr", "paris-tx", "City paris"), Assert.Single(result.Identities.Conflicts));
    }

    private static bool AreJoined(LoadResult result, string left, string right) => result.Identities.Entities.Any(entity =>
        entity.Surfaces.Any(surface => surface.Text == left) && entity.Surfaces.Any(surface => surface.Text == right));

    private static string Describe(TemporaryFolder folder, LoadResult result)
    {
        var text = new StringBuilder();
        foreach (var entity in result.Identities.Entities)
        {
            text.Append($"{entity.Key}: '{entity.Name}' {entity.Type}, ids [{string.Join(", ", entity.OriginalIds)}]\n");
            foreach (var surface in entity.Surfaces)
                text.Append($"  '{surface.Text}' {surface.Type} x{surface.Mentions}\n");
            foreach (var join in entity.Joins)
                text.Append($"  {join.Rule}: '{join.Left}' = '{join.Right}' by {join.Because.Replace($"{folder.FullPath}/", "")}\n");
        }

        return text.ToString();
    }
}
