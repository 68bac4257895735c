using System.Runtime.CompilerServices;
using System.Text;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>
/// Values as the language writes them, with the names of the store: <c>(:Country {name: 'Rusland', key: 'russia'})</c>,
/// <c>[:SENT_TROOPS_TO {on: 2022-01}]</c>; or by their captions only: <c>(Rusland :Country)</c>, <c>-[SENT_TROOPS_TO 2022-01]-></c>.
/// What a reader could not see is written as an escape.
/// </summary>
internal sealed class ValueFormatter(GraphStore store, bool useCaptions = false, RenderGuard? guard = null)
{
    private const char LineBreakSign = '↵';

    /// <summary>A value that holds itself many times over may be small, and its text without end.</summary>
    private const int LongestText = 1 << 26;

    private static readonly ImmutableArray<string> EdgeCaptionKeys = ["on", "certainty"];

    /// <summary>How much of a text is looked at at once, in UTF-16 units.</summary>
    private const int Piece = 1 << 14;

    private readonly NodeLabels labels = new(store);
    private readonly RenderGuard guard = guard ?? RenderGuard.None;

    /// <summary>
    /// A value that stands alone: as <see cref="Format"/>, but text goes without quotes where nobody could take it for anything else.
    /// A line break in it, as quotations from articles have them, is shown as <c>↵</c>.
    /// </summary>
    public string FormatAlone(Value value)
    {
        if (value.Kind != ValueKind.String || value.AsString().Contains(LineBreakSign))
            return Format(value);

        var text = value.AsString().Replace('\n', LineBreakSign);
        return IsPlain(text) ? text : Format(value);
    }

    public string Format(Value value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private bool IsPlain(string text) =>
        text.Length > 0 && !char.IsWhiteSpace(text[^1]) && text[0] is not ('\'' or '[' or '{' or '(') && !LooksLikeNumber(text)
        && text is not ("null" or "true" or "false" or "NaN" or "Infinity" or "-Infinity") && !HasHidden(text);

    private bool HasHidden(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text.Length <= Piece ? text.Length : char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece;
            guard.Count(length);
            if (VisibleText.HasHidden(text[..length]))
                return true;
            text = text[length..];
        }

        return false;
    }

    /// <summary>Or like a date.</summary>
    private static bool LooksLikeNumber(string text) =>
        char.IsAsciiDigit(text[text[0] is '-' or '.' && text.Length > 1 ? 1 : 0]) && !text.Contains(' ');

    private void Write(StringBuilder text, Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (text.Length > LongestText)
            throw new ValueTooLongException();
        guard.Count();
        switch (value.Kind)
        {
            case ValueKind.String:
                WriteQuoted(text, value.AsString());
                break;
            case ValueKind.List:
                WriteList(text, value.AsList());
                break;
            case ValueKind.Map:
                text.Append('{');
                WriteEntries(text, value.AsMap());
                text.Append('}');
                break;
            case ValueKind.Node:
                WriteNode(text, value.AsNode());
                break;
            case ValueKind.Edge:
                WriteLoneEdge(text, value.AsEdge());
                break;
            case ValueKind.Path:
                WritePath(text, value.AsPath());
                break;
            default:
                text.Append(ValueText.Format(value));
                break;
        }
    }

    private void WriteQuoted(StringBuilder text, string value)
    {
        var quoted = ValueText.Quote(value);
        if (!HasHidden(quoted))
        {
            text.Append(quoted);
            return;
        }

        for (var rest = quoted.AsSpan(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (isWhole && !VisibleText.IsHidden(rune))
                text.Append(rest[..length]);
            else
                text.Append(rune.IsBmp || !isWhole ? $"\\u{(int)rest[0]:X4}" : $"\\U{rune.Value:X8}");
            rest = rest[length..];
            guard.Count();
        }
    }

    private void WriteList(StringBuilder text, ListValue list)
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

    private void WriteEntries(StringBuilder text, IEnumerable<KeyValuePair<string, Value>> entries)
    {
        var separator = "";
        foreach (var (key, value) in entries)
        {
            text.Append(separator);
            WriteName(text, key);
            text.Append(": ");
            Write(text, value);
            separator = ", ";
        }
    }

    private void WriteNode(StringBuilder text, int node)
    {
        text.Append('(');
        if (useCaptions && NodeCaption.FindKey(store, node) is { } caption)
            text.Append(FormatAlone(store.GetNodeProperty(node, caption))).Append(' ');
        foreach (var label in labels.GetSpecific(node))
        {
            text.Append(':');
            WriteName(text, label);
        }

        if (useCaptions && text[^1] == ' ')
            text.Length--;
        else if (!useCaptions)
            WriteProperties(text, StoreElements.GetNodePropertiesCaptionFirst(store, node), isAfterName: text[^1] != '(');
        text.Append(')');
    }

    private void WriteLoneEdge(StringBuilder text, int edge)
    {
        text.Append(useCaptions ? "-" : "");
        WriteEdge(text, edge);
        text.Append(useCaptions ? "->" : "");
    }

    private void WriteEdge(StringBuilder text, int edge)
    {
        if (useCaptions)
        {
            WriteEdgeCaption(text, edge);
            return;
        }

        text.Append("[:");
        WriteName(text, store.GetEdgeTable(edge).Type);
        WriteProperties(text, StoreElements.GetEdgeProperties(store, edge), isAfterName: true);
        text.Append(']');
    }

    /// <summary>The type, when it was, and whether anybody is sure.</summary>
    private void WriteEdgeCaption(StringBuilder text, int edge)
    {
        text.Append('[');
        WriteName(text, store.GetEdgeTable(edge).Type);
        foreach (var key in EdgeCaptionKeys)
        {
            if (store.GetEdgeProperty(edge, key) is { IsNull: false } value)
                text.Append(' ').Append(FormatAlone(value));
        }

        text.Append(']');
    }

    private void WriteProperties(StringBuilder text, IReadOnlyList<KeyValuePair<string, Value>> properties, bool isAfterName)
    {
        if (properties.Count == 0)
            return;

        text.Append(isAfterName ? " {" : "{");
        WriteEntries(text, properties);
        text.Append('}');
    }

    private void WritePath(StringBuilder text, PathValue path)
    {
        WriteNode(text, path.Nodes[0]);
        for (var i = 0; i < path.Length; i++)
        {
            var isForward = store.GetEdgeTable(path.Edges[i]).GetSource(path.Edges[i]) == path.Nodes[i];
            text.Append(isForward ? "-" : "<-");
            WriteEdge(text, path.Edges[i]);
            text.Append(isForward ? "->" : "-");
            WriteNode(text, path.Nodes[i + 1]);
        }
    }

    /// <summary>Names come from data too, so they can hide things as well.</summary>
    private static void WriteName(StringBuilder text, string name)
    {
        var isWord = name.Length > 0
            && !char.IsDigit(name[0])
            && name.All(unit => unit == '_' || char.IsLetterOrDigit(unit))
            && !VisibleText.HasHidden(name);
        text.Append(isWord ? name : $"`{VisibleText.Show(name).Replace("`", "``", StringComparison.Ordinal)}`");
    }
}

/// <summary>The text of a value would be longer than anybody could use.</summary>
public sealed class ValueTooLongException() : Exception("A value of the result is too long to be written.");
