using System.Text.RegularExpressions;
using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class ReadmeSettingsTests
{
    /// <summary>Every setting that the README shows is one.</summary>
    [Fact]
    public void TheSettingsOfTheReadmeAreKnown()
    {
        var example = Regex.Match(
            File.ReadAllText(Repository.GetPath("README.md")), "```yaml\\ntypes:.*?```", RegexOptions.Singleline).Value;
        using var folder = new TemporaryFolder(
            ("corpus.yaml", example.Replace("```yaml\n", "").Replace("```", "")),
            ("orders.csv", "id;customer;placed;tags\n1;2;2021-01-02;a\n2;NULL;NA;\n"));

        var result = folder.Load();

        Assert.NotEmpty(example);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id is "GR6102" or "GR6107");
        Assert.Equal(1, result.Summary.Relations);
    }
}
