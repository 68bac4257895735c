using System.Globalization;
using Graph.Terminal;

namespace Graph.Cli.Rendering;

/// <summary>
/// A diagnostic for people: <c>file:line:col: error GR2001: sentence</c>, the source line, and an underline. Of a long line,
/// only the surroundings of the place are shown.
/// </summary>
internal sealed class DiagnosticRenderer(TextWriter output, bool useColor, Func<int?>? getWidth = null)
{
    private const string Tab = "    ";
    private const string Gutter = "  | ";
    private const int ContextCells = 60;
    private const int MostUnderlined = 120;
    private const int MostNarrow = 20;
    private const string Continuation = "  ";

    public void Write(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        var place = FormatPlace(location);
        var kind = $"{GetName(diagnostic.Severity)} {diagnostic.Id}:";
        output.Write(place);
        output.Write(Ansi.Paint(kind, GetStyle(diagnostic.Severity), useColor));
        WriteMessage(diagnostic.Message, CellText.Measure(place) + kind.Length + 1);
        if (location.LineText.Length > 0)
            WriteExcerpt(location, diagnostic.Severity);
    }

    /// <summary>A remark without a place.</summary>
    public void WriteNote(string message) => WriteRemark("note:", TextStyle.Note, message);

    /// <summary>A mistake without a place.</summary>
    public void WriteError(string message) => WriteRemark("error:", TextStyle.Error, message);

    /// <summary>One that is known by its id.</summary>
    public void WriteError(string id, string message) => WriteRemark($"error {id}:", TextStyle.Error, message);

    private void WriteRemark(string kind, TextStyle style, string message)
    {
        output.Write(Ansi.Paint(kind, style, useColor));
        WriteMessage(message, kind.Length + 1);
    }

    public static string GetName(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>The rest of a line that has begun, and on a terminal as many more as it takes, broken at words.</summary>
    private void WriteMessage(string message, int begun)
    {
        var shown = VisibleText.Show(message);
        if (getWidth?.Invoke() is not { } width || begun + CellText.Measure(shown) < width)
        {
            output.Write($" {shown}\n");
            return;
        }

        if (begun >= width - Continuation.Length)
        {
            output.Write('\n');
            foreach (var line in CellText.Wrap(shown, Math.Max(MostNarrow, width - 1 - Continuation.Length)))
                output.Write($"{Continuation}{line}\n");
            return;
        }

        // What has begun takes its place in the first line.
        var lines = CellText.Wrap(
            new string('x', Math.Max(0, begun - 1)) + " " + shown, Math.Max(MostNarrow, width - 1 - Continuation.Length)).ToList();
        var isFirst = true;
        foreach (var line in lines)
        {
            output.Write(isFirst ? $"{line.AsSpan(Math.Min(line.Length, Math.Max(0, begun - 1)))}\n" : $"{Continuation}{line}\n");
            isFirst = false;
        }
    }

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
        var room = Math.Max(MostNarrow, getWidth?.Invoke() is { } width ? width - 3 - Gutter.Length : int.MaxValue);
        var (marked, _) = TakeFirst(Show(line[start..end]), Math.Min(MostUnderlined, room));
        room -= CellWidth.Measure(marked);
        var (before, isCutBefore) = TakeLast(Show(line[..start]), Math.Min(ContextCells, Math.Max(room / 2, room - (line.Length - end))));
        room -= CellWidth.Measure(before);
        var (after, isCutAfter) = TakeFirst(Show(line[end..]), Math.Min(ContextCells, room));
        var prefix = isCutBefore ? $"…{before}" : before;
        output.Write($"{Gutter}{prefix}{marked}{after}{(isCutAfter ? "…" : "")}\n");
        var underline = new string('~', Math.Max(0, CellWidth.Measure(marked) - 1));
        output.Write($"{Gutter}{new string(' ', CellWidth.Measure(prefix))}{Ansi.Paint($"^{underline}", GetStyle(severity), useColor)}\n");
    }

    private static string Show(string text) => VisibleText.Show(text.Replace("\t", Tab, StringComparison.Ordinal));

    /// <summary>As much of the beginning as fits into so many cells.</summary>
    private static (string Text, bool IsCut) TakeFirst(string text, int cells)
    {
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            cells -= CellWidth.MeasureElement(text.AsSpan(end, length));
            if (cells < 0)
                return (text[..end], true);
            end += length;
        }

        return (text, false);
    }

    /// <summary>As much of the end as fits into so many cells.</summary>
    private static (string Text, bool IsCut) TakeLast(string text, int cells)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var end = text.Length;
        for (var i = starts.Length - 1; i >= 0; i--)
        {
            cells -= CellWidth.MeasureElement(text.AsSpan(starts[i], end - starts[i]));
            if (cells < 0)
                return (text[end..], true);
            end = starts[i];
        }

        return (text, false);
    }
}
