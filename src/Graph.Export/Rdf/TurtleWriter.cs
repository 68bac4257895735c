using System.Globalization;
using System.Text;

namespace Graph.Export;

/// <summary>Turtle, a subject a paragraph.</summary>
internal sealed class TurtleWriter(TextWriter output) : IRdfWriter
{
    private string? predicate;

    public static ExportReport Write(GraphSelection selection, Stream stream)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var (prefix, name) in RdfNames.Prefixes)
            output.Write($"@prefix {prefix}: <{name}> .\n");
        return new RdfGraph(selection, new TurtleWriter(output), new LossLedger()).Write();
    }

    public void Begin(string subject)
    {
        output.Write($"\n{FormatIri(subject)}");
        predicate = null;
    }

    public void Add(string predicate, RdfTerm value)
    {
        if (predicate == this.predicate)
            output.Write(" ,");
        else
            output.Write($"{(this.predicate is null ? "" : " ;")}\n  {(predicate == $"{RdfNames.Rdf}type" ? "a" : FormatIri(predicate))}");
        output.Write($" {Format(value)}");
        this.predicate = predicate;
    }

    public void End() => output.Write(" .\n");

    private static string Format(RdfTerm value)
    {
        if (value.IsIri)
            return FormatIri(value.Text);
        return value.Datatype is null ? Quote(value.Text) : $"{Quote(value.Text)}^^{FormatIri(value.Datatype)}";
    }

    private static string FormatIri(string iri)
    {
        foreach (var (prefix, name) in RdfNames.Prefixes)
        {
            if (iri.StartsWith(name, StringComparison.Ordinal) && IsLocalName(iri.AsSpan(name.Length)))
                return $"{prefix}:{iri.AsSpan(name.Length)}";
        }

        return $"<{iri}>";
    }

    private static bool IsLocalName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var unit in text)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit != '_')
                return false;
        }

        return true;
    }

    /// <summary>In one line; controls, and what could be taken for a line end, as escapes.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': quoted.Append("\\r"); break;
                case '\t': quoted.Append("\\t"); break;
                case < ' ' or 0x7F or 0x85 or 0x2028 or 0x2029 or 0xFFFE or 0xFFFF:
                    quoted.Append(
                    CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"); break;
                default: quoted.Append(rune.ToString()); break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
