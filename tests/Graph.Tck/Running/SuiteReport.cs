using System.Text;
using System.Text.Json;
using Graph.Tck.Scenarios;

namespace Graph.Tck.Running;

/// <summary>The outcomes of a whole suite, in the order of its files.</summary>
public sealed record SuiteReport(ImmutableArray<ScenarioOutcome> Outcomes)
{
    /// <summary>Runs every read-core scenario of a folder on the engine as it is shipped.</summary>
    public static SuiteReport Run(string folder) => Run(folder, [EngineVariant.Shipped])[0];

    /// <summary>Runs every scenario of a kind on the engine as it is shipped.</summary>
    public static SuiteReport Run(string folder, ScenarioKind kind) => Run(folder, [EngineVariant.Shipped], kind)[0];

    /// <summary>Runs every read-core scenario of a folder on each variant of the engine.</summary>
    public static ImmutableArray<SuiteReport> Run(string folder, IReadOnlyList<EngineVariant> variants) =>
        Run(folder, variants, ScenarioKind.ReadCore);

    private static ImmutableArray<SuiteReport> Run(string folder, IReadOnlyList<EngineVariant> variants, ScenarioKind kind)
    {
        var runner = new ScenarioRunner(folder);
        var outcomes = FeatureReader.ReadSuite(folder)
            .Where(scenario => ReadCore.KindOf(scenario) == kind)
            .Select(scenario => runner.Run(scenario, variants))
            .ToList();
        return [.. variants.Select((_, index) => new SuiteReport([.. outcomes.Select(outcome => outcome[index])]))];
    }

    public int Passed => Outcomes.Count(outcome => outcome.Passed);

    /// <summary>Expected errors that were found with their type, phase and detail.</summary>
    public int ErrorsStrict => Outcomes.Count(outcome => outcome is { ExpectsError: true, Passed: true });

    /// <summary>Expected errors where the query failed at all.</summary>
    public int ErrorsAny => Outcomes.Count(outcome => outcome is { ExpectsError: true, FoundError: true });

    public IEnumerable<(string Category, int Total, int Passed)> ByCategory => Outcomes
        .GroupBy(outcome => outcome.Scenario.Category, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(), group.Count(outcome => outcome.Passed)));

    public IEnumerable<ScenarioOutcome> Failed => Outcomes.Where(outcome => !outcome.Passed);

    /// <param name="others">Reports of other kinds, by the name of each.</param>
    public string ToJson(params IReadOnlyList<(string Name, SuiteReport Report)> others)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("readCore", Outcomes.Length);
            writer.WriteNumber("passed", Passed);
            writer.WriteNumber("errors", Outcomes.Count(outcome => outcome.ExpectsError));
            writer.WriteNumber("errorsStrict", ErrorsStrict);
            writer.WriteNumber("errorsAny", ErrorsAny);
            WriteCategories(writer);
            WriteFailed(writer);
            foreach (var (name, report) in others)
                report.WriteTotals(writer, name);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The totals on one line.</summary>
    public string ToLine() =>
        $"passed {Passed} of {Outcomes.Length}, errors {ErrorsStrict} of {Outcomes.Count(outcome => outcome.ExpectsError)}";

    /// <summary>The totals by category, and what failed.</summary>
    public string ToSummary()
    {
        var text = new StringBuilder();
        text.Append($"{ToLine()}\n\n");
        foreach (var (category, total, passed) in ByCategory)
            text.Append($"{category} {passed}/{total}\n");
        text.Append("\nfailed:\n");
        foreach (var outcome in Failed)
            text.Append($"{outcome.Scenario.Id} {outcome.Scenario.Name}\n");
        return text.ToString();
    }

    private void WriteTotals(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("total", Outcomes.Length);
        writer.WriteNumber("passed", Passed);
        WriteFailed(writer);
        writer.WriteEndObject();
    }

    private void WriteCategories(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("byCategory");
        foreach (var (category, total, passed) in ByCategory)
        {
            writer.WriteStartObject(category);
            writer.WriteNumber("total", total);
            writer.WriteNumber("passed", passed);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteFailed(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("failed");
        foreach (var outcome in Failed)
            writer.WriteStringValue(outcome.Scenario.Id);
        writer.WriteEndArray();
    }
}
