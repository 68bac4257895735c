using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <param name="Line">Counted from 1.</param>
internal sealed record YamlMistake(int Line, string Reason);

/// <summary>
/// Reads YAML to its nodes, without binding it to types. Keys are plain text and nesting is shallow: a key that is a list or refers to one
/// is compared node by node, and a deep list is built by recursion, so that a few bytes could cost everything.
/// </summary>
internal static class YamlText
{
    private const int MaximumDepth = 32;

    /// <summary>The root of the first document, or null for an empty text; else what is wrong with it.</summary>
    public static (YamlNode? Root, YamlMistake? Mistake) Read(string text)
    {
        try
        {
            if (FindDanger(text) is { } danger)
                return (null, danger);

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return (stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode, null);
        }
        catch (YamlException exception)
        {
            return (null, YamlReason.Explain(text, exception));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The library's scanner fails so, without a place, on some control characters.
            return (null, new YamlMistake(1, "it cannot be read as YAML"));
        }
    }

    private static YamlMistake? FindDanger(string text)
    {
        var parser = new Parser(new StringReader(text));
        var open = new Stack<Collection>();
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            if (current is MappingEnd or SequenceEnd)
            {
                open.Pop();
                continue;
            }

            if (current is not NodeEvent and not AnchorAlias)
                continue;
            if (current is not Scalar && open.TryPeek(out var around) && around.IsAtKey)
                return new YamlMistake((int)current.Start.Line, "a key is plain text, not a list, a map or a reference to one");

            // What opens a collection is itself a value of the one around it.
            if (open.TryPop(out var parent))
                open.Push(parent.Next());
            if (current is MappingStart or SequenceStart)
                open.Push(new Collection(current is MappingStart, IsAtKey: current is MappingStart));
            if (open.Count > MaximumDepth)
                return new YamlMistake((int)current.Start.Line, $"lists and maps are nested more than {MaximumDepth} deep");
        }

        return null;
    }

    private readonly record struct Collection(bool IsMapping, bool IsAtKey)
    {
        public Collection Next() => this with { IsAtKey = IsMapping && !IsAtKey };
    }
}

/// <summary>What is wrong with a line of YAML, in words that say what to do.</summary>
internal static class YamlReason
{
    public static YamlMistake Explain(string text, YamlException exception)
    {
        var lines = text.Split('\n');
        var number = Math.Clamp((int)exception.Start.Line, 1, lines.Length);

        // The library stops at the end of the line before a tab.
        for (var near = number; near <= Math.Min(number + 1, lines.Length); near++)
        {
            if (lines[near - 1].TakeWhile(char.IsWhiteSpace).Contains('\t'))
                return new YamlMistake(near, "lines are indented with blanks, not with a tab");
        }

        return new YamlMistake(number, ExplainLine(lines[number - 1].TrimEnd('\r'), exception));
    }

    private static string ExplainLine(string line, YamlException exception)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (key, value) = colon < 0 ? ("", line.Trim()) : (line[..colon].Trim().TrimStart('-', ' '), line[(colon + 2)..].Trim());
        if (value.Length > 0
            && value[0] is not ('"' or '\'' or '{' or '[')
            && value.Contains(": ", StringComparison.Ordinal)
            && key.Length > 0)
            return $"quote the {key}, as it contains a colon: {key}: {Quote(value)}";
        if (value.Length > 0 && value[0] is '@' or '`' or '%' or '*' or '&' or '!' or '|' or '>')
            return $"quote the {Name(key)}, as it begins with '{value[0]}': {Quote(value)}";
        if (value.Length > 0 && value[0] is '"' or '\'' && value.Count(character => character == value[0]) != 2)
            return $"the quotes of the {Name(key)} do not pair: in double quotes write \\\" for one of them, in single quotes ''";
        if (value.StartsWith('[') || value.StartsWith('{'))
            return $"the brackets of the {Name(key)} do not pair; quote it if they are part of the text";
        if (exception.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase))
            return "the key stands here for the second time";
        return $"it cannot be read as YAML here ({exception.Message.TrimEnd('.')})";
    }

    private static string Name(string key) => key.Length == 0 ? "value" : key;

    private static string Quote(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
