using System.Text.RegularExpressions;
using Graph.Query.Algorithms;
using Graph.Query.Types;
using Graph.Tck.Results;
using Graph.Tck.Scenarios;

namespace Graph.Tck.Setup;

/// <summary>The procedures that there are, and those that a scenario declares, each with a table of its arguments and results.</summary>
internal static class ProcedureReader
{
    private static readonly Regex Declaration = new(@"^([\w.]+)\(([^)]*)\) :: \(([^)]*)\):$", RegexOptions.CultureInvariant);
    private static readonly Regex Field = new(@"^(\w+) :: (\w+)\??$", RegexOptions.CultureInvariant);

    public static ProcedureRegistry Read(Scenario scenario) => ProcedureRegistry.BuiltIn.With(
        scenario.Steps.Where(step => step.Text.StartsWith(ScenarioStep.Procedure, StringComparison.Ordinal)).Select(Read));

    private static Procedure Read(ScenarioStep step)
    {
        var match = Declaration.Match(step.Text[ScenarioStep.Procedure.Length..]);
        if (!match.Success)
            throw new FormatException($"No procedure: {step.Text}");

        var parameters = ReadFields(match.Groups[2].Value)
            .Select(field => new ProcedureParameter(field.Name, field.Type))
            .ToImmutableArray();
        var columns = ReadFields(match.Groups[3].Value).Select(field => new BoundColumn(field.Name, field.Type)).ToImmutableArray();
        var rows = (step.Table ?? []).Skip(1).Select(row => row.Select(cell => TckParameter.ToValue(TckValueParser.Parse(cell))).ToArray());
        return TableProcedure.Create(match.Groups[1].Value, parameters, columns, [.. rows]);
    }

    private static IEnumerable<(string Name, StaticType Type)> ReadFields(string text)
    {
        foreach (var field in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Field.Match(field);
            yield return (match.Groups[1].Value, match.Groups[2].Value switch
            {
                "STRING" => StaticType.String,
                "INTEGER" => StaticType.Integer,
                "FLOAT" => StaticType.Float,
                "NUMBER" => StaticType.Number,
                "BOOLEAN" => StaticType.Boolean,
                _ => throw new FormatException($"No field of a procedure: {field}"),
            });
        }
    }
}
