using System.Text.RegularExpressions;

namespace Graph.Query.Tests.Architecture;

/// <summary>What the formatter would take minutes to say of every source file.</summary>
public sealed class SourceTests
{
    [Fact]
    public void NamespacesAreUsedInOrder()
    {
        var unordered = ListFiles("src").Concat(ListFiles("tests"))
            .Where(file => !IsOrdered(File.ReadLines(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(unordered);
    }

    /// <summary>The limit of <c>.editorconfig</c>, which nothing else holds to; a row of a table in the tests may be longer.</summary>
    [Fact]
    public void LinesEndWithinTheLimit()
    {
        const int Most = 140;
        var tooLong = ListFiles("src")
            .SelectMany(file => File.ReadLines(file).Index().Where(line => line.Item.Length > Most).Select(line => (file, line.Index)))
            .Select(place => $"{Path.GetRelativePath(Repository.Root, place.file)}:{place.Index + 1}");
        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData(true, "using System.Text;", "using Graph.Core;", "using Graph.Query;")]
    [InlineData(false, "using Graph.Core;", "using System.Text;")]
    [InlineData(false, "using Graph.Query.Syntax;", "using Graph.Query;")]
    [InlineData(false, "using Graph.Cli.Sessions;", "using Graph.Cli.Rendering;")]
    public void SystemComesFirstAndTheRestByName(bool isOrdered, params string[] lines) => Assert.Equal(isOrdered, IsOrdered(lines));

    private static IEnumerable<string> ListFiles(string folder) =>
        Directory.EnumerateFiles(Repository.GetPath(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, "[/\\\\](bin|obj|artifacts|node_modules)[/\\\\]"));

    private static bool IsOrdered(IEnumerable<string> lines)
    {
        var names = lines
            .Select(line => Regex.Match(line, @"^using (?<name>[A-Z][\w.]*);$"))
            .Where(match => match.Success)
            .Select(match => match.Groups["name"].Value)
            .ToList();
        var ordered = names
            .OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(name => name.Replace('.', ' '), StringComparer.OrdinalIgnoreCase);
        return names.SequenceEqual(ordered);
    }
}
