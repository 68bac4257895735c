using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>
/// Values as the language writes them: strings quoted, floats with a point, dates as written. Nodes and edges show their ids.
/// </summary>
public static class ValueText
{
    public static string Format(Value value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>The shortest text that reads back as the same float: <c>1.0</c>, <c>1.5e-7</c>, <c>NaN</c>, <c>-Infinity</c>.</summary>
    public static string FormatFloat(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        var text = number.ToString("R", CultureInfo.InvariantCulture)
            .Replace("E-0", "e-", StringComparison.Ordinal).Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e');
        return text.AsSpan().IndexOfAny('.', 'e') >= 0 ? text : text + ".0";
    }

    /// <summary>A string literal in single quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        WriteQuoted(quoted, text);
        return quoted.ToString();
    }

    private static void Write(StringBuilder text, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: text.Append("null"); break;
            case ValueKind.Boolean: text.Append(value.AsBoolean() ? "true" : "false"); break;
            case ValueKind.Integer: text.Append(CultureInfo.InvariantCulture, $"{value.AsInteger()}"); break;
            case ValueKind.Float: text.Append(FormatFloat(value.AsFloat())); break;
            case ValueKind.String: WriteQuoted(text, value.AsString()); break;
            case ValueKind.Date: text.Append(value.AsDate().Text); break;
            case ValueKind.Duration: text.Append(value.AsDuration().ToString()); break;
            case ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime:
                text.Append(value
                .AsTemporal()
                .ToString()); break;
            case ValueKind.Point: text.Append(value.AsPoint().ToString()); break;
            case ValueKind.List: WriteList(text, value.AsList()); break;
            case ValueKind.Map: WriteMap(text, value.AsMap()); break;
            case ValueKind.Node: text.Append(CultureInfo.InvariantCulture, $"({value.AsNode()})"); break;
            case ValueKind.Edge: text.Append(CultureInfo.InvariantCulture, $"[{value.AsEdge()}]"); break;
            case ValueKind.Path: WritePath(text, value.AsPath()); break;
            default: throw new UnreachableException();
        }
    }

    private static void WriteQuoted(StringBuilder text, string value)
    {
        text.Append('\'');
        foreach (var unit in value)
        {
            switch (unit)
            {
                case '\'': text.Append("\\'"); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ' or '\u007F': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"); break;
                default: text.Append(unit); break;
            }
        }

        text.Append('\'');
    }

    private static void WriteList(StringBuilder text, ListValue list)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(text, list[i]);
        }

        text.Append(']');
    }

    private static void WriteMap(StringBuilder text, MapValue map)
    {
        text.Append('{');
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            WriteName(text, map.Span[i].Key);
            text.Append(": ");
            Write(text, map.Span[i].Value);
        }

        text.Append('}');
    }

    private static void WriteName(StringBuilder text, string name)
    {
        var isWord = name.Length > 0 && !char.IsDigit(name[0]) && name.All(unit => unit == '_' || char.IsLetterOrDigit(unit));
        text.Append(isWord ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`");
    }

    private static void WritePath(StringBuilder text, PathValue path)
    {
        text.Append(CultureInfo.InvariantCulture, $"({path.Nodes[0]})");
        for (var i = 0; i < path.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"-[{path.Edges[i]}]-({path.Nodes[i + 1]})");
    }
}
