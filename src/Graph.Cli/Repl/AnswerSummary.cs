using System.Globalization;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>The line under an answer: <c>4 rows, 3 ms</c>, or <c>first 50 of 12,340 rows (:rows all), 80 ms</c>.</summary>
internal static class AnswerSummary
{
    public static string Describe(StatementAnswer answer, bool showTime) =>
        showTime ? $"{DescribeRows(answer)}, {FormatTime(answer.Time)}" : DescribeRows(answer);

    private static string DescribeRows(StatementAnswer answer)
    {
        var (shown, total) = (answer.Rows.Shown, answer.Rows.Total);
        if (total == shown)
            return shown == 1 ? "1 row" : $"{Format(shown)} rows";

        return total is { } all
            ? $"first {Format(shown)} of {Format(all)} rows (:rows all)"
            : $"first {Format(shown)} rows, there are more (:rows all)";
    }

    private static string Format(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string FormatTime(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 1 => "under 1 ms",
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
    };
}
