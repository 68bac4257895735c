using Graph.Snapshots.Xunit;

namespace Graph.Snapshots.Tests;

public sealed class OrphanTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-orphans-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WithoutAFrameworkWhatSourcesDeclareIsATest()
    {
        Write("FilmTests.cs", """
            class FilmTests
            {
                [Fact] public Task Cast() => Snapshot.Of(Text("Quoted()"));
                [Theory] public async Task<int?> By_year(int year) { await Called(); return Returned(); }
                // Task Commented() => ..., and "class Quoted"
                class Inner { [Fact] Task Generic<T>(T value) => Of(value, Quoted /* Task Remarked() */); }
            }
            """);
        Write("Film.More.cs", "class Films { [Fact] public Task Seen() => Of(); }");
        Write("More.cs", "class First : Second { } abstract class Second { [Fact] public Task Inherited() => Of(); }");
        RequireOrphans(
            alive: [
                "FilmTests.Cast", "FilmTests.Cast_a", "FilmTests.By_year_1999", "First.Inherited", "FilmTests.Inner.Cast",
                "FilmTests.Inner.By_year_19.5", "Film.More.Seen", "FilmTests.Inner.Generic",
            ],
            dead: [
                "FilmTests", "FilmTests.By_yea_1", "FilmTests.Called", "FilmTests.Cas", "FilmTests.Cast.Gone", "FilmTests.Commented",
                "FilmTests.Gone.Cast", "FilmTests.Quoted", "FilmTests.Remarked", "FilmTests.Returned", "FilmTests.Text", "OtherTests.Cast",
            ]);
    }

    [Fact]
    public void OfAClassThatAFrameworkKnowsOnlyItsTestsAre()
    {
        Write("FilmTests.cs", "class FilmTests { Task NoTest() => Of(); class Text { } Task Text() => Of(); }");
        Write("Other.cs", "class OfAnotherProject { [Fact] Task Cast() => Of(); }");
        RequireOrphans(
            alive: ["FilmTests.Cast", "FilmTests.Cast_1.5", "FilmTests.Inner.Cast", "Elsewhere.Inherited", "OfAnotherProject.Cast"],
            dead: ["FilmTests.Castle", "FilmTests.Inner.Text", "FilmTests.NoTest", "FilmTests.NoTest_1", "FilmTests.Text",
                "OfAnotherProject.Gone"],
            new("FilmTests", ["Cast"]),
            new("FilmTests.Inner", ["Cast"]),
            new("Elsewhere", ["Inherited"]));
    }

    [Fact]
    public void WhereASourceHasConditionsAnotherBuildMayHaveTheTest()
    {
        Write("FilmTests.cs", "class FilmTests {\n#if NET48\n[Fact] Task Old() => Of();\n#endif\n[Fact] Task Cast() => Of(); }");
        RequireOrphans(alive: ["FilmTests.Cast", "FilmTests.Old"], dead: ["FilmTests.Gone"], new SnapshotTestClass("FilmTests", ["Cast"]));
    }

    [Fact]
    public void AnswersOfAQueryFileBelongToIt()
    {
        Write("films.cypher", "RETURN 1;");
        RequireOrphans(alive: ["films.cypher"], dead: ["gone.cypher"]);
    }

    [Fact]
    public void TheTestsOfAProjectAreFound()
    {
        var classes = SnapshotOrphanTests.FindClasses(typeof(OrphanTests).Assembly).ToDictionary(known => known.Name, known => known.Tests);
        Assert.Equal(["ATestHasTheOuterClassToo", "ATheoryHasCases"], classes["SnapshotNamingTests.Inner"].Order());
        Assert.Equal(["AnInheritedTestHasTheClassThatRuns"], classes["SnapshotNamingTests.OfTexts"]);
        Assert.DoesNotContain("SnapshotNamingTests.Shared", classes.Keys);
        Assert.DoesNotContain("Dispose", classes["OrphanTests"]);
    }

    private void RequireOrphans(string[] alive, string[] dead, params SnapshotTestClass[] classes)
    {
        foreach (var name in alive.Concat(dead))
            Write($"{name}.verified.txt", "");
        var orphans = dead.Select(name => $"{name}.verified.txt").Order(StringComparer.Ordinal).ToList();
        var source = Path.Combine(folder, "Orphans.cs");
        Assert.Equal(orphans, Snapshot.FindOrphans(source, classes));
        var exception = Assert.Throws<SnapshotException>(() => Snapshot.RequireNoOrphans(source, classes));
        Assert.EndsWith($"\n  {string.Join("\n  ", orphans)}", exception.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
