using System.Text.Json;
using System.Xml.Linq;

namespace Graph.Query.Tests.Architecture;

/// <param name="Licence">As the package names it: an SPDX expression, or an address.</param>
/// <param name="ContentHash">As the lock files have it: SHA-512 of what the package holds, in base 64.</param>
/// <param name="Dependencies">The ids of packages.</param>
internal sealed record RestoredPackage(
    string Id, string Version, string Licence, string Authors, string ContentHash, ImmutableSortedSet<string> Dependencies);

/// <summary>What the projects under <c>src</c> restore, by their lock files, with what the packages say of themselves.</summary>
internal static class RestoredPackages
{
    /// <summary>Part of the SDK, and of no program.</summary>
    private static readonly string[] ToolsOfTheBuild = ["Microsoft.NET.ILLink.Tasks"];

    private static readonly Lazy<string> PackageFolder = new(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.GetPath("src", "Graph.Cli", "obj", "project.assets.json")));
        return json.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    });

    /// <summary>Each once, by id.</summary>
    public static IEnumerable<RestoredPackage> Read() => Directory
        .EnumerateFiles(Repository.GetPath("src"), "packages.lock.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(ReadLocked)
        .Where(package => !ToolsOfTheBuild.Contains(package.Id))
        .DistinctBy(package => (package.Id, package.Version))
        .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase);

    private static List<RestoredPackage> ReadLocked(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. json.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => Read(package.Name, package.Value)),
        ];
    }

    private static RestoredPackage Read(string id, JsonElement locked)
    {
        var version = locked.GetProperty("resolved").GetString()!;
        var lower = id.ToLowerInvariant();
        var metadata = XDocument.Load(Path.Combine(PackageFolder.Value, lower, version, $"{lower}.nuspec")).Root!.Elements().First();
        string Find(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
        return new RestoredPackage(
            id,
            version,
            Find("license") is { Length: > 0 } named ? named : Find("licenseUrl"),
            Find("authors").Replace(",", ", ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal),
            locked.GetProperty("contentHash").GetString()!,
            locked.TryGetProperty("dependencies", out var dependencies)
                ? dependencies.EnumerateObject()
                    .Select(dependency => dependency.Name)
                    .ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase)
                : []);
    }
}
