using System.Globalization;
using Graph.Terminal;

namespace Graph.Cli.Rendering;

/// <summary>
/// A diagnostic for people: <c>file:line:col: error GR2001: sentence</c>, the source line, and an underline. Of a long line,
/// only the surroundings of the place are shown.
/// </summary>
internal sealed class DiagnosticRenderer(TextWriter output, bool useColor)
{
    private const string Tab = "    ";
    private const string Gutter = "  | ";
    private const int ContextCells = 60;
    private const int MostUnderlined = 120;

    public void Write(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        output.Write(FormatPlace(location));
        output.Write(Ansi.Paint($"{GetName(diagnostic.Severity)} {diagnostic.Id}:", GetStyle(diagnostic.Severity), useColor));
        output.Write($" {VisibleText.Show(diagnostic.Message)}\n");
        if (location.LineText.Length > 0)
            WriteExcerpt(location, diagnostic.Severity);
    }

    public static string GetName(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string FormatPlace(DiagnosticLocation location)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{location.Line}:{location.Column}: ");
        return location.Path.Length == 0 ? place : $"{VisibleText.Show(location.Path)}:{place}";
    }

    private static TextStyle GetStyle(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => TextStyle.Error,
        DiagnosticSeverity.Warning => TextStyle.Warning,
        _ => TextStyle.Note,
    };

    private void WriteExcerpt(DiagnosticLocation location, DiagnosticSeverity severity)
    {
        var line = location.LineText;
        var start = Math.Clamp(location.Column - 1, 0, line.Length);
        var end = Math.Clamp(start + location.Length, start, line.Length);
        var (before, isCutBefore) = TakeLast(Show(line[..start]), ContextCells);
        var (marked, _) = TakeFirst(Show(line[start..end]), MostUnderlined);
        var (after, isCutAfter) = TakeFirst(Show(line[end..]), ContextCells);
        var prefix = isCutBefore ? $"…{before}" : before;
        output.Write($"{Gutter}{prefix}{marked}{after}{(isCutAfter ? "…" : "")}\n");
        var underline = new string('~', Math.Max(0, CellWidth.Measure(marked) - 1));
        output.Write($"{Gutter}{new string(' ', CellWidth.Measure(prefix))}{Ansi.Paint($"^{underline}", GetStyle(severity), useColor)}\n");
    }

    private static string Show(string text) => VisibleText.Show(text.Replace("\t", Tab, StringComparison.Ordinal));

    private static (string Text, bool IsCut) TakeFirst(string text, int count) =>
        text.Length <= count ? (text, false) : (text[..Whole(text, count)], true);

    private static (string Text, bool IsCut) TakeLast(string text, int count) =>
        text.Length <= count ? (text, false) : (text[Whole(text, text.Length - count)..], true);

    /// <summary>The place itself, or one before it where it would split a surrogate pair.</summary>
    private static int Whole(string text, int position) => char.IsLowSurrogate(text[position]) ? position - 1 : position;
}
