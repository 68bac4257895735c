using System.Text.Json;
using System.Xml.Linq;

namespace Graph.Query.Tests.Architecture;

/// <summary>The packages that come with Graph, and their licences as they state them, are listed beside the licence of Graph.</summary>
public sealed class LicenceTests
{
    private const string Heading =
        """
        # Packages that come with Graph

        Each with the licence that its package names. The lists of what a project restores decide what stands here; a test compares them.

        | package | version | licence | authors |
        |---|---|---|---|

        """;

    /// <summary>Part of the SDK, and of no program.</summary>
    private static readonly string[] ToolsOfTheBuild = ["Microsoft.NET.ILLink.Tasks"];

    [Fact]
    public void EveryPackageIsListed()
    {
        var expected = Heading.ReplaceLineEndings("\n") + string.Concat(Restored().Select(package => $"{Describe(package.Id, package.Version)}\n"));
        Assert.Equal(expected, File.ReadAllText(Repository.GetPath("src", "THIRD-PARTY.md")).ReplaceLineEndings("\n"));
    }

    private static IEnumerable<(string Id, string Version)> Restored() => Directory
        .EnumerateFiles(Repository.GetPath("src"), "packages.lock.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(ReadLocked)
        .Where(package => !ToolsOfTheBuild.Contains(package.Id))
        .Distinct()
        .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase);

    private static List<(string Id, string Version)> ReadLocked(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. json.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    private static string Describe(string id, string version)
    {
        var lower = id.ToLowerInvariant();
        var metadata = XDocument.Load(Path.Combine(PackageFolder.Value, lower, version, $"{lower}.nuspec")).Root!.Elements().First();
        string Read(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
        var licence = Read("license") is { Length: > 0 } named ? named : Read("licenseUrl");
        return $"| {id} | {version} | {licence} | {Read("authors").Replace(",", ", ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)} |";
    }

    private static readonly Lazy<string> PackageFolder = new(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.GetPath("src", "Graph.Cli", "obj", "project.assets.json")));
        return json.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    });
}
