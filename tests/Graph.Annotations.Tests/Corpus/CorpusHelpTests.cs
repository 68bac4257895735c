using System.Text.RegularExpressions;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>The settings that the help and the README show are settings.</summary>
public sealed class CorpusHelpTests
{
    [Fact]
    public void EveryKeyOfTheExampleIsKnown()
    {
        var log = new ReadingLog();
        using var folder = new TemporaryFolder(("corpus.yaml", CorpusHelp.Settings));
        var file = new AnnotationFile(Path.Combine(folder.FullPath, "corpus.yaml"), "corpus.yaml", "corpus.yaml");

        var settings = CorpusFile.Read(file, ["brat"], log);
        JsonMapSection.Read(settings.Json!);
        var tables = TableSection.Read(settings.Tables!);

        Assert.Empty(log.Diagnostics);
        Assert.Equal((2, 2), (tables.Nodes.Length, tables.Edges.Length));
    }

    /// <summary>Every key that is read is shown.</summary>
    [Theory]
    [InlineData("Corpus/CorpusFile.cs")]
    [InlineData("Json/JsonMapSection.cs")]
    [InlineData("Tables/TableSection.cs")]
    [InlineData("Tables/TableDialects.cs")]
    public void EveryKeyIsInTheExample(string reader)
    {
        var source = File.ReadAllText(Repository.GetPath($"src/Graph.Annotations/{reader}"));
        var keys = Regex.Matches(source, "(?:Get\\w+|Has)\\(\"(?<key>\\w+)\"|Field\\(\\w+, \"(?<key>\\w+)\"")
            .Select(match => match.Groups["key"].Value)
            .Distinct()
            .ToList();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => !Regex.IsMatch(CorpusHelp.Settings, $"\\b{key}'?:"));
    }

    [Fact]
    public void TheTablesSayWhatTheyShow()
    {
        using var folder = new TemporaryFolder(
            ("almaty.txt", "Rusland belde de CVVO."), ("almaty.ann", "T1\tCountry 0 7\tRusland\nT2\tAlliance 17 21\tCVVO\n"),
            ("osh.md", "---\nid: osh-1990\n---\n[Rusland]{.Country}\n"), ("articles.csv", CorpusHelp.Articles),
            ("aliases.csv", CorpusHelp.Aliases));

        var result = folder.Load();

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["russia", "csto"], result.Identities.Entities.Select(entity => entity.Key));
        Assert.Equal("Russia", result.Identities.Entities[0].Name);
        Assert.Equal("Unrest in Almaty", result.Store.GetNodeProperty(result.Store.FindNodes("key", "almaty")[0], "title").AsString());
        Assert.Equal(
            "1990-06",
            Graph.Core.ValueText.Format(result.Store.GetNodeProperty(result.Store.FindNodes("key", "osh-1990")[0], "published")));
    }

    [Fact]
    public void TheReadmeShowsThem()
    {
        var readme = File.ReadAllText(Repository.GetPath("README.md"));

        Assert.Contains($"```yaml\n{CorpusHelp.Settings}\n```", readme);
        Assert.Contains($"```csv\n{CorpusHelp.Articles}\n```", readme);
        Assert.Contains($"```csv\n{CorpusHelp.Aliases}\n```", readme);
    }
}
