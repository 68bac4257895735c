using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Query.Tests.Architecture;

/// <summary>The architecture: which project may use which, and which room of a project which other. A room is a folder; its files use those above it.</summary>
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
        ("Graph.Snapshots", ["Graph.Query"]),
        ("Graph.Postgres", ["Graph.Query"]),
        ("Graph.Cli", ["Graph.Annotations", "Graph.Export", "Graph.Generator", "Graph.News", "Graph.Postgres", "Graph.Snapshots", "Graph.Terminal"]),
    ];

    /// <summary>From the lowest room up. The last one, without a name, is the project's own folder: the door.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Graph.Core"] = ["Values", "Text", "Schema", "", "Store", "Tables", "Typed"],
        ["Graph.Query"] =
        [
            "Parsing", "Syntax", "Schema",
            "Types", "Scripts", "Runtime", "Functions", "Algorithms", "Binding",
            "Selection", "Planning",
            "Execution/Batches", "Execution/Expressions", "Execution/Sorting", "Execution/Paths", "Execution/Aggregation", "Execution/Operators", "Execution/Joins",
            "Execution/Compilation", "Execution",
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
        var rooms = Rooms[project];
        var assembly = project == "Graph.Core" ? typeof(GraphStore).Assembly : typeof(QueryEngine).Assembly;
        var homes = FindHomes(project, rooms);
        var types = assembly.GetTypes().Where(type => type.DeclaringType is null && homes.ContainsKey(GetName(type))).ToList();

        Assert.All(rooms, room => Assert.Contains(room, homes.Values));
        string[] violations =
        [
            .. from type in types
               let room = homes[GetName(type)]
               from used in TypeReferences.Of(type)
               where used.Assembly == assembly && homes.TryGetValue(GetName(used), out var other) && Array.IndexOf(rooms, other) > Array.IndexOf(rooms, room)
               select $"{room}/{type.Name} uses {homes[GetName(used)]}/{used.Name}",
        ];
        Assert.True(violations.Length == 0, string.Join('\n', violations.Order(StringComparer.Ordinal)));
    }

    /// <summary>With its namespace, as two may share the short name.</summary>
    private static string GetName(Type type) => $"{type.Namespace}.{type.Name.Split('`')[0]}";

    private static IEnumerable<string> ReadReferences(string path) => XDocument.Load(path).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
        .Order(StringComparer.Ordinal);

    /// <summary>The room of each type, by the file that declares it.</summary>
    private static Dictionary<string, string> FindHomes(string project, string[] rooms)
    {
        var root = Repository.GetPath("src", project);
        var homes = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (relative.StartsWith("obj/", StringComparison.Ordinal) || relative.StartsWith("bin/", StringComparison.Ordinal))
                continue;

            var room = rooms.Where(room => room.Length == 0 || relative.StartsWith($"{room}/", StringComparison.Ordinal)).MaxBy(room => room.Length)!;
            var text = File.ReadAllText(path);
            var scope = Regex.Match(text, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
            foreach (Match declaration in Regex.Matches(
                text, @"^(?:public|internal) (?:[a-z]+ )*?(?:class|record struct|record|struct|interface|enum|delegate \S+) (\w+)", RegexOptions.Multiline))
                homes[$"{scope}.{declaration.Groups[1].Value}"] = room;
        }

        return homes;
    }
}
