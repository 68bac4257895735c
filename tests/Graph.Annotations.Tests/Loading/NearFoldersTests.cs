namespace Graph.Annotations.Tests;

/// <summary>Where texts of annotations are looked for, beside their own folder.</summary>
public sealed class NearFoldersTests
{
    [Theory]
    [InlineData(3, "doc1 doc2 doc3 texts")]
    [InlineData(63, null)]
    [InlineData(64, "texts")]
    public void OfVeryManyFoldersOnlyThoseOfTextsAreNear(int documents, string? expected)
    {
        using var folder = new TemporaryFolder();
        for (var number = 1; number <= documents; number++)
            folder.Write($"doc{number}/a.ann", "");
        folder.Write("texts/a.txt", "");
        folder.Write(".git/a.txt", "");

        var near = NearFolders.List(folder.FullPath).Select(Path.GetFileName).ToList();

        Assert.Equal(near.Order(StringComparer.Ordinal), near);
        if (expected is null)
            Assert.Equal(documents + 1, near.Count);
        else
            Assert.Equal(expected, string.Join(' ', near));
    }

    [Fact]
    public void ManyDocumentsWithFoldersOfTheirOwnHaveTheirTextsThere()
    {
        using var folder = new TemporaryFolder();
        for (var number = 1; number <= 70; number++)
        {
            folder.Write($"doc{number}/a.txt", $"Mira{number} left.");
            folder.Write($"doc{number}/a.ann", $"T1\tPER 0 {4 + $"{number}".Length}\tMira{number}\n");
        }

        Assert.Equal(
            (70, 70, 0), folder.Load().Summary is var summary ? (summary.Articles, summary.Mentions, summary.SurfaceMismatches) : default);
    }
}
