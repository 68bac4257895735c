using System.Globalization;
using Gherkin;
using Gherkin.Ast;
using GherkinScenario = Gherkin.Ast.Scenario;

namespace Graph.Tck.Scenarios;

/// <summary>Reads feature files and expands outlines, one scenario for each row of examples.</summary>
public static class FeatureReader
{
    /// <summary>The scenarios of every feature file under <c>features</c>, in the order of path and line.</summary>
    public static ImmutableArray<Scenario> ReadSuite(string folder)
    {
        var features = Path.Combine(folder, "features");
        return
        [
            .. Directory.EnumerateFiles(features, "*.feature", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: Path.GetRelativePath(features, file).Replace('\\', '/')))
                .OrderBy(entry => entry.Path, StringComparer.Ordinal)
                .SelectMany(entry => ReadFeature(entry.File, entry.Path)),
        ];
    }

    private static IEnumerable<Scenario> ReadFeature(string file, string path)
    {
        var feature = new Parser().Parse(file).Feature;
        if (feature is null)
            yield break;

        var category = path[..Math.Max(0, path.LastIndexOf('/'))];
        var background = feature.Children.OfType<Background>().SelectMany(child => child.Steps).ToList();
        foreach (var scenario in feature.Children.OfType<GherkinScenario>())
        {
            foreach (var (line, values) in Expand(scenario))
            {
                var steps = background.Concat(scenario.Steps).Select(step => ReadStep(step, values));
                yield return new Scenario(
                    string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"), Fill(scenario.Name, values), category, [.. steps]);
            }
        }
    }

    private static IEnumerable<(long Line, IReadOnlyList<KeyValuePair<string, string>> Values)> Expand(GherkinScenario scenario)
    {
        if (!scenario.Examples.Any())
        {
            yield return (scenario.Location.Line, []);
            yield break;
        }

        foreach (var examples in scenario.Examples.Where(examples => examples.TableHeader is not null))
        {
            var names = examples.TableHeader.Cells.Select(cell => cell.Value).ToList();
            foreach (var row in examples.TableBody)
                yield return (row.Location.Line, names.Zip(row.Cells, (name, cell) => KeyValuePair.Create(name, cell.Value)).ToList());
        }
    }

    private static ScenarioStep ReadStep(Step step, IReadOnlyList<KeyValuePair<string, string>> values) => new(
        Fill(step.Text, values).Trim(),
        step.DocString is { } text ? Fill(text.Content, values) : null,
        step.DataTable is { } table
            ? [.. table.Rows.Select(row => row.Cells.Select(cell => Fill(cell.Value, values)).ToImmutableArray())]
            : null);

    // Only the names of columns are places to fill in: '<(:A)-[:T]->(:B)>' is the value of a path.
    private static string Fill(string text, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
            text = text.Replace($"<{name}>", value, StringComparison.Ordinal);
        return text;
    }
}
