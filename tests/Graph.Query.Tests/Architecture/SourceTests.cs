using System.Text.RegularExpressions;

namespace Graph.Query.Tests.Architecture;

/// <summary>What the formatter would take minutes to say of every source file.</summary>
public sealed class SourceTests
{
    [Fact]
    public void NamespacesAreUsedInOrder()
    {
        var unordered = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.GetPath(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Regex.IsMatch(file, "[/\\\\](bin|obj|artifacts|node_modules)[/\\\\]"))
            .Where(file => !IsOrdered(File.ReadLines(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(unordered);
    }

    [Theory]
    [InlineData(true, "using System.Text;", "using Graph.Core;", "using Graph.Query;")]
    [InlineData(false, "using Graph.Core;", "using System.Text;")]
    [InlineData(false, "using Graph.Query.Syntax;", "using Graph.Query;")]
    [InlineData(false, "using Graph.Cli.Sessions;", "using Graph.Cli.Rendering;")]
    public void SystemComesFirstAndTheRestByName(bool isOrdered, params string[] lines) => Assert.Equal(isOrdered, IsOrdered(lines));

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
