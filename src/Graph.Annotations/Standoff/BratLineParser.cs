using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Reads one line of a standoff file by its first letter. A line that cannot be read gives a reason instead.</summary>
internal static class BratLineParser
{
    public static BratLine? Parse(string line, SourcePlace place, out string? reason)
    {
        reason = null;
        var fields = line.Contains('\t') ? line.Split('\t') : SplitAtBlanks(line);
        if (fields.Length < 2 || fields[0].Length == 0)
        {
            reason = "its fields are separated by tabs, the first is an id";
            return null;
        }

        var words = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            reason = "the type is missing";
            return null;
        }

        var rest = fields.Length > 2 ? string.Join('\t', fields.Skip(2)) : "";
        return fields[0][0] switch
        {
            'T' => ParseTextBound(fields[0], fields[1], rest, place, out reason),
            'R' => ParseRelation(fields[0], words, place, out reason),
            'E' => ParseEvent(fields[0], words, place, out reason),
            'A' or 'M' => ParseAttribute(fields[0], words, place, out reason),
            'N' => ParseNormalization(fields[0], words, rest, place, out reason),
            '#' => ParseNote(fields[0], words, rest, place, out reason),
            '*' => ParseEquivalence(words, place, out reason),
            _ => Fail($"'{fields[0]}' begins with no letter of an annotation (T, R, E, A, M, N, #, *)", out reason),
        };
    }

    /// <summary>Editors and scripts make blanks of tabs: behind the id, and between offsets and words.</summary>
    private static string[] SplitAtBlanks(string line)
    {
        var match = Regex.Match(
            line, @"^(?<id>[TREAMN]\d+) +(?<field>\S+ \d+ \d+(;\d+ \d+)*|\S.*?)( +(?<words>\S.*))?$", RegexOptions.CultureInvariant);
        if (!match.Success)
            return [line];
        return match.Groups["id"].Value[0] == 'T'
            ? [match.Groups["id"].Value, match.Groups["field"].Value, match.Groups["words"].Value]
            : [match.Groups["id"].Value, line[match.Groups["id"].Length..].Trim()];
    }

    private static BratLine? ParseTextBound(string id, string field, string text, SourcePlace place, out string? reason)
    {
        var blank = FindTypeEnd(field);
        if (blank <= 0)
            return Fail("a text-bound annotation is written 'Type START END'", out reason);

        var fragments = ImmutableArray.CreateBuilder<(long, long)>();
        foreach (var part in field[(blank + 1)..].Split(';'))
        {
            var bounds = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (bounds.Length != 2 || !TryParseOffset(bounds[0], out var start) || !TryParseOffset(bounds[1], out var end))
                return Fail($"'{part}' is no pair of offsets", out reason);
            fragments.Add((start, end));
        }

        reason = null;
        return new BratTextBound(id, field[..blank], fragments.ToImmutable(), text, place);
    }

    /// <summary>Types have no blanks; the concepts of terminologies do, so that the offsets are what stands behind them.</summary>
    private static int FindTypeEnd(string field)
    {
        var blank = field.IndexOf(' ');
        if (blank <= 0 || blank + 1 == field.Length || char.IsAsciiDigit(field[blank + 1]))
            return blank;
        var match = Regex.Match(field, @" +\d+ +\d+( *; *\d+ +\d+)*$", RegexOptions.CultureInvariant);
        return match.Success ? match.Index : blank;
    }

    private static BratLine? ParseRelation(string id, string[] words, SourcePlace place, out string? reason)
    {
        if (!TryParseArguments(words.AsSpan(1), out var arguments) || arguments.Length != 2)
            return Fail("a relation has two arguments written 'Arg1:T1 Arg2:T2'", out reason);

        reason = null;
        return new BratRelation(id, words[0], arguments, place);
    }

    private static BratLine? ParseEvent(string id, string[] words, SourcePlace place, out string? reason)
    {
        var colon = words[0].LastIndexOf(':');
        if (colon <= 0 || colon == words[0].Length - 1)
            return Fail("an event begins with 'Type:T1', its trigger", out reason);
        if (!TryParseArguments(words.AsSpan(1), out var arguments))
            return Fail("the arguments of an event are written 'Role:T1'", out reason);

        reason = null;
        return new BratEvent(id, words[0][..colon], words[0][(colon + 1)..], arguments, place);
    }

    private static BratLine? ParseAttribute(string id, string[] words, SourcePlace place, out string? reason)
    {
        if (words.Length < 2)
            return Fail("an attribute is written 'Name T1' or 'Name T1 Value'", out reason);

        reason = null;
        return new BratAttribute(id, words[0], words[1], words.Length > 2 ? string.Join(' ', words.Skip(2)) : null, place);
    }

    private static BratLine? ParseNormalization(string id, string[] words, string label, SourcePlace place, out string? reason)
    {
        // Titles of pages may have blanks.
        var reference = words.Length > 2 ? string.Join(' ', words.Skip(2)) : "";
        var colon = reference.IndexOf(':');
        if (colon <= 0 || colon == reference.Length - 1)
            return Fail("a normalization is written 'Reference T1 Resource:Id'", out reason);

        reason = null;
        return new BratNormalization(id, words[1], reference[..colon], reference[(colon + 1)..], label, place);
    }

    private static BratLine? ParseNote(string id, string[] words, string text, SourcePlace place, out string? reason)
    {
        if (words.Length < 2)
            return Fail("a note is written 'AnnotatorNotes T1'", out reason);

        reason = null;
        return new BratNote(id, words[0], words[1], text, place);
    }

    private static BratLine? ParseEquivalence(string[] words, SourcePlace place, out string? reason)
    {
        if (words.Length < 3)
            return Fail("an equivalence has at least two members", out reason);

        reason = null;
        return new BratEquivalence(words[0], [.. words.Skip(1)], place);
    }

    private static bool TryParseArguments(ReadOnlySpan<string> words, out ImmutableArray<BratArgument> arguments)
    {
        var builder = ImmutableArray.CreateBuilder<BratArgument>(words.Length);
        arguments = [];
        foreach (var word in words)
        {
            var colon = word.LastIndexOf(':');
            if (colon <= 0 || colon == word.Length - 1)
                return false;
            builder.Add(new BratArgument(word[..colon], word[(colon + 1)..]));
        }

        arguments = builder.ToImmutable();
        return true;
    }

    private static bool TryParseOffset(string text, out long offset) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out offset);

    private static BratLine? Fail(string why, out string? reason)
    {
        reason = why;
        return null;
    }
}
