using Graph.Cli.Rendering;

namespace Graph.Cli.Sessions;

/// <summary>
/// Results that share a stream. Those for people and spreadsheets stand apart by an empty line. Several in JSON are one array with an
/// object for each; in JSON Lines, rows of a statement with a name carry it.
/// </summary>
internal sealed class ResultSequence(TextWriter output, bool isSeparated, bool isShared)
{
    private bool isFirst = true;
    private bool isInArray;

    /// <summary>One result and no other.</summary>
    public static ResultSequence Single(TextWriter output) => new(output, isSeparated: false, isShared: false);

    public TextWriter Output => output;

    /// <summary>Writes what stands before a result.</summary>
    /// <returns>What the result has to say of itself in JSON; null for rows alone.</returns>
    public JsonEnvelope? Begin(OutputFormat format, string label, string? statement, IReadOnlyDictionary<string, Value>? parameters)
    {
        if (format != OutputFormat.Json)
            Finish();
        if (isSeparated && !isFirst && format is not (OutputFormat.Json or OutputFormat.JsonLines))
            output.Write('\n');
        isFirst = false;
        if (format == OutputFormat.Snapshot)
            output.Write($"{SnapshotFile.Heading}{GetHeading(label, parameters)}\n\n");
        if (isShared && format == OutputFormat.Json)
        {
            output.Write(isInArray ? ",\n" : "[\n");
            isInArray = true;
        }

        var isTold = format == OutputFormat.Json || statement is not null || parameters is not null;
        return isShared && isTold ? new JsonEnvelope(statement, parameters) : null;
    }

    /// <summary>What tells an answer in a snapshot from the others.</summary>
    public static string GetHeading(string label, IReadOnlyDictionary<string, Value>? parameters) => $"{label}{DescribeSet(parameters)}";

    private static string DescribeSet(IReadOnlyDictionary<string, Value>? parameters)
    {
        if (parameters is null)
            return "";
        var values = parameters
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"${parameter.Key} = {ValueText.Format(parameter.Value)}");
        return $" ({string.Join(", ", values).ReplaceLineEndings(" ")})";
    }

    /// <summary>Ends the JSON that was begun. Without any result, an array that was to come is empty.</summary>
    public void Finish(OutputFormat? format = null)
    {
        if (isInArray)
            output.Write("\n]\n");
        else if (isShared && isFirst && format == OutputFormat.Json)
            output.Write("[]\n");
        isInArray = false;
    }
}
