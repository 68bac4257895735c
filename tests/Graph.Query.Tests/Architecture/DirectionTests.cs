using System.Xml.Linq;

namespace Graph.Query.Tests.Architecture;

/// <summary>
/// The architecture: which project may use which, and which room of a project which other. A room is a folder; its files use those above
/// it.
/// </summary>
public sealed class DirectionTests
{
    /// <summary>From the lowest project up, each with those it refers to.</summary>
    private static readonly (string Project, string[] Uses)[] Projects =
    [
        ("Graph.Core", []),
        ("Graph.Terminal", []),
        ("Graph.Query", ["Graph.Core"]),
        ("Graph.Annotations", ["Graph.Query"]),
        ("Graph.Export", ["Graph.Query"]),
        ("Graph.Generator", ["Graph.Query"]),
        ("Graph.Generator.Tool", ["Graph.Generator"]),
        ("Graph.News", ["Graph.Query"]),
        ("Graph.Results", ["Graph.Query", "Graph.Terminal"]),
        ("Graph.Snapshots", ["Graph.Query"]),
        ("Graph.Snapshots.Xunit", ["Graph.Snapshots"]),
        ("Graph.Postgres", ["Graph.Query"]),
        ("Graph.Cli",
            ["Graph.Annotations", "Graph.Export", "Graph.Generator", "Graph.News", "Graph.Postgres", "Graph.Results", "Graph.Snapshots",
                "Graph.Terminal"]),
    ];

    /// <summary>From the lowest room up. The last one, without a name, is the project's own folder: the door.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Graph.Core"] = ["Values", "Text", "Schema", "", "Store", "Tables", "Typed"],
        ["Graph.Query"] =
        [
            "Limits", "Parsing", "Syntax", "Schema",
            "Types", "Scripts", "Runtime", "Functions", "Algorithms", "Binding",
            "Selection", "Planning",
            "Execution/Batches", "Execution/Expressions", "Execution/Sorting", "Execution/Paths", "Execution/Aggregation",
            "Execution/Operators", "Execution/Joins", "Execution/Compilation", "Execution",
            "",
        ],
    };

    public static TheoryData<string> ProjectsWithRooms => [.. Rooms.Keys];

    [Fact]
    public void ProjectsReferToThoseBelowOnly()
    {
        var found = Directory.GetDirectories(Repository.GetPath("src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Select(path => $"{Path.GetFileNameWithoutExtension(path)} -> {string.Join(", ", ReadReferences(path))}");
        var allowed = Projects.Select(project => $"{project.Project} -> {string.Join(", ", project.Uses)}");

        Assert.Equal(allowed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProjectsWithRooms))]
    public void RoomsUseThoseAboveThemInTheTable(string project)
    {
        var assembly = project == "Graph.Core" ? typeof(GraphStore).Assembly : typeof(QueryEngine).Assembly;
        var violations = RoomUse.FindViolations(assembly, project, Rooms[project]);

        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }

    private static IEnumerable<string> ReadReferences(string path) => XDocument.Load(path).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
        .Order(StringComparer.Ordinal);
}
