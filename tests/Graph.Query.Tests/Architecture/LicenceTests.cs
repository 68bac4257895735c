using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Graph.Query.Tests.Architecture;

/// <summary>
/// The packages that come with Graph are listed beside the licence of Graph: for people with their licences, and for programs as CycloneDX.
/// <c>GRAPH_ACCEPT=1</c> writes both lists anew.
/// </summary>
public sealed class LicenceTests
{
    private const string Heading =
        """
        # Packages that come with Graph

        Each with the licence that its package names. The lists of what a project restores decide what stands here; a test compares them.

        | package | version | licence | authors |
        |---|---|---|---|

        """;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void EveryPackageIsListed() => Compare(
        "THIRD-PARTY.md",
        Heading.ReplaceLineEndings("\n") + string.Concat(RestoredPackages.Read().Select(package =>
            $"| {package.Id} | {package.Version} | {package.Licence} | {package.Authors} |\n")));

    [Fact]
    public void EveryPackageIsInTheBillOfMaterials()
    {
        var packages = RestoredPackages.Read().ToList();
        var references = packages.ToDictionary(package => package.Id, Reference, StringComparer.OrdinalIgnoreCase);
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "graph", ["name"] = "graph" }
            },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray(
            [
                Dependency("graph", packages.Select(Reference)),
                .. packages.Select(package => Dependency(
                    Reference(package), package.Dependencies.Where(references.ContainsKey).Select(id => references[id]))),
            ]),
        };
        Compare("sbom.cdx.json", $"{bill.ToJsonString(Indented)}\n");
    }

    private static string Reference(RestoredPackage package) => $"pkg:nuget/{package.Id}@{package.Version}";

    /// <summary>The hash of the lock file leaves out the signature, so it is none of the package's file.</summary>
    private static JsonObject Component(RestoredPackage package) => new()
    {
        ["type"] = "library",
        ["bom-ref"] = Reference(package),
        ["authors"] = new JsonArray(new JsonObject { ["name"] = package.Authors }),
        ["name"] = package.Id,
        ["version"] = package.Version,
        ["licenses"] = new JsonArray(package.Licence.StartsWith("https://", StringComparison.Ordinal)
            ? new JsonObject { ["license"] = new JsonObject { ["name"] = "as at the address", ["url"] = package.Licence } }
            : new JsonObject { ["expression"] = package.Licence }),
        ["purl"] = Reference(package),
        ["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = package.ContentHash }),
    };

    private static JsonObject Dependency(string reference, IEnumerable<string> dependsOn) => new()
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. dependsOn.Select(other => JsonValue.Create(other))]),
    };

    private static void Compare(string name, string expected)
    {
        var path = Repository.GetPath("src", name);
        if (Environment.GetEnvironmentVariable("GRAPH_ACCEPT") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }
}
