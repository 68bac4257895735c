using System.Text.RegularExpressions;

namespace Graph.Query.Tests.Architecture;

/// <summary>The README names projects, folders, files and methods as they are.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.GetPath("README.md"));

    private static string Table => GetSection("## Where things are");

    private static string Walks => GetSection("### How it works");

    [Fact]
    public void TheTableHasEveryProjectAndFolder()
    {
        var rows = Regex.Matches(Table, @"^\| (.*?) \|", RegexOptions.Multiline);
        var listed = rows.SelectMany(row => Regex.Matches(row.Groups[1].Value, "`(.*?)/?`")).Select(name => name.Groups[1].Value);
        var projects = Directory.GetDirectories(Repository.GetPath("src")).Select(folder => $"src/{Path.GetFileName(folder)}");

        Assert.Equal(
            new[] { "data", "grammar", "tests" }.Concat(projects).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/Graph.Query")]
    [InlineData("src/Graph.Query/Execution")]
    public void ItTellsOfEveryFolder(string parent)
    {
        var folders = Directory.GetDirectories(Repository.GetPath(parent))
            .Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj"));

        Assert.All(folders, folder => Assert.Contains(folder, Walks, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Lines such as <c>Query/Planning/Planner.cs: Plan</c>, where several methods may stand.</summary>
    [Fact]
    public void EachStepOfAWalkIsAMethodOfItsFile()
    {
        var steps = Regex.Matches(Walks, @"(\S+\.cs): (\w+(?:, \w+)*)");

        Assert.NotEmpty(steps);
        Assert.All(steps, step =>
        {
            var text = File.ReadAllText(Assert.Single(Find(step.Groups[1].Value)));
            Assert.All(step.Groups[2].Value.Split(", "), method => Assert.Matches($@"(public|internal) [^\n;]* {method}[(<]", text));
        });
    }

    [Fact]
    public void WhatItNamesIsThere()
    {
        var places = Regex.Matches(Walks, @"(?<![\w./])[\w.*]+/[\w.*/]*[\w*]|(?<![\w./])\w+\.cs\b").Select(match => match.Value);

        Assert.NotEmpty(places);
        Assert.All(places.Where(place => place != "../shared"), place => Assert.True(Find(place).Any(), place));
    }

    private static string GetSection(string heading)
    {
        var start = Readme.IndexOf($"{heading}\n", StringComparison.Ordinal);
        var end = Readme.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? Readme[start..] : Readme[start..end];
    }

    /// <summary>
    /// Files and folders: below the repository, below the project <c>src/Graph.NAME</c>, or, by a name alone, anywhere in <c>src</c>.
    /// </summary>
    private static IEnumerable<string> Find(string place)
    {
        if (!place.Contains('/'))
            return Directory.EnumerateFiles(Repository.GetPath("src"), place, SearchOption.AllDirectories);

        var below = place[..place.IndexOf('/')] is "src" or "tests" or "grammar" or "data" ? place : $"src/Graph.{place}";
        var folder = Repository.GetPath(Path.GetDirectoryName(below)!);
        return Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder, Path.GetFileName(below)) : [];
    }
}
