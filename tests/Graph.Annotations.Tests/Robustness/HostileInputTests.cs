using System.Diagnostics;
using System.Text;

namespace Graph.Annotations.Tests;

/// <summary>What a folder can hold beside sound files: each costs itself, is named, and the article beside it loads.</summary>
public sealed class HostileInputTests
{
    private const string Sound = "---\nid: sound\n---\n\n[Ann]{.Person #ann} slept.\n";

    [Theory]
    [InlineData("? &a [*a]\n: 1", "b.md:3: This is no front matter: a key is plain text, not a list, a map or a reference to one.")]
    [InlineData("a: &a [1, 1]\n? *a\n: 1", "b.md:4: This is no front matter: a key is plain text, not a list, a map or a reference to one.")]
    [InlineData("a: {? [x] : 1}", "b.md:3: This is no front matter: a key is plain text, not a list, a map or a reference to one.")]
    [InlineData("title:\n@DEEP", "b.md:4: This is no front matter: lists and maps are nested more than 32 deep.")]
    [InlineData("title: @FLOW", "b.md:3: This is no front matter: lists and maps are nested more than 32 deep.")]
    public void YamlThatCostsMoreThanItSaysIsRefused(string yaml, string message)
    {
        yaml = yaml.Replace("@DEEP", string.Concat(Enumerable.Repeat("- ", 100_000)) + "x").Replace("@FLOW", new string('[', 100_000));
        using var folder = new TemporaryFolder(("a.md", Sound), ("b.md", $"---\nid: b\n{yaml}\n---\n\n[Bob]{{.Person #bob}}\n"));

        var result = folder.Load();

        Assert.Equal(2, result.Summary.Articles);
        Assert.Contains(message, Show(folder, result));
    }

    [Fact]
    public void ADeepElementIsRefused()
    {
        var deep = $"{string.Concat(Enumerable.Repeat("<p>", 20_000))}{string.Concat(Enumerable.Repeat("</p>", 20_000))}";
        using var folder = new TemporaryFolder(("a.md", Sound), ("b.xml", $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n{deep}</TEI>"));

        Assert.Contains("b.xml:2: This is no XML file: elements are nested more than 500 deep.", Show(folder, folder.Load()));
    }

    [SkippableFact]
    public void LinksThatLeadNowhereAndPipesAreNamed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Pipes have no names in folders here.");
        using var folder = new TemporaryFolder(("a.md", Sound), ("empty.md", ""));
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "b.md"), Path.Combine(folder.FullPath, "nowhere.md"));
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "c.md"), Path.Combine(folder.FullPath, "c.md"));
        Process.Start("mkfifo", Path.Combine(folder.FullPath, "d.md"))!.WaitForExit();

        var result = folder.Load();

        Assert.Equal(1, result.Summary.Articles);
        Assert.Contains("b.md:1: This cannot be read: it is a link, and what it points at is not there.", Show(folder, result));
        Assert.Contains(Show(folder, result), line => line.StartsWith("c.md:1: This cannot be read:", StringComparison.Ordinal));
        Assert.Equal(2, result.Summary.SkippedFiles.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ManyOfAKindAreCounted(bool all)
    {
        var lines = string.Concat(
            Enumerable.Range(1, 1000).Select(number => $"T{number}\tPerson 0 x\tAnn\nR{number}\tKnows Arg1:T1 Arg2:T2\n"));
        using var folder = new TemporaryFolder(("a.txt", "Ann"), ("a.ann", lines));

        var result = folder.Load(new LoadOptions(null) { AllDiagnostics = all });

        Assert.Equal(2000, result.Summary.Malformed);
        Assert.Equal(all ? 2001 : 41, result.Diagnostics.Length);
        Assert.Equal([1, 1000, 1000], result.DiagnosticTotals.Select(total => total.Count).Order());
        Assert.Equal(all ? [1000, 1000] : [20, 20], result.DiagnosticTotals.Where(total => total.Count > 1).Select(total => total.Kept));
    }

    [Fact]
    public void FactsOfALongParagraphCostWhatTheyAre()
    {
        var text = new StringBuilder("---\nid: long\n---\n\n");
        for (var i = 0; i < 3000; i++)
            text.Append($"[Name{i}]{{.Person #p{i}}} spoke.\n");
        text.Append("\n```facts\n");
        for (var i = 0; i < 3000; i++)
            text.Append($"(#p{i})-[:KNOWS]->(#p{2999 - i})\n");
        using var folder = new TemporaryFolder(("a.md", text.Append("```\n").ToString()));

        Assert.Equal(3000, folder.Load().Summary.Relations);
    }

    private static IEnumerable<string> Show(TemporaryFolder folder, LoadResult result) => result.Diagnostics.Select(diagnostic =>
        $"{Path.GetRelativePath(folder.FullPath, diagnostic.Location.Path)}:{diagnostic.Location.Line}: {diagnostic.Message}");
}
