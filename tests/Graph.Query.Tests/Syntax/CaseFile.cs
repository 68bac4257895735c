
namespace Graph.Query.Tests.Syntax;

/// <summary>Text tables beside the tests. Lines that begin with <c>// </c> are headings.</summary>
internal static class CaseFile
{
    private const string Arrow = " ⇶ ";

    /// <summary>The two sides of each line with an arrow.</summary>
    public static IEnumerable<object[]> ReadPairs(string name)
    {
        foreach (var line in ReadLines(name).Where(line => line.Length > 0))
        {
            var sides = line.Split(Arrow);
            Assert.Equal(2, sides.Length);
            yield return [sides[0], sides[1]];
        }
    }

    /// <summary>The two lines of each case; blank lines stand between.</summary>
    public static IEnumerable<object[]> ReadTwoLines(string name)
    {
        var lines = ReadLines(name).Where(line => line.Length > 0).ToList();
        Assert.Equal(0, lines.Count % 2);
        return lines.Chunk(2).Select(pair => (object[])[pair[0], pair[1]]);
    }

    private static IEnumerable<string> ReadLines(string name) =>
        File.ReadLines(Repository.GetPath("tests", "Graph.Query.Tests", "Syntax", "Cases", name))
            .Where(line => !line.StartsWith("// ", StringComparison.Ordinal));
}
