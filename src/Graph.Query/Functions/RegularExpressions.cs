using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Graph.Query.Functions;

/// <summary>
/// The patterns of <c>=~</c>, built once each. The engine does not backtrack, so that no pattern can take more than linear time;
/// it has no lookaround and no backreferences.
/// </summary>
internal static class RegularExpressions
{
    private const int Capacity = 256;

    private static readonly ConcurrentDictionary<string, RegularExpression> Cache = new(StringComparer.Ordinal);

    /// <summary>The expression for a pattern that must match the whole string, or why there is none.</summary>
    public static bool TryGet(
        string pattern, [NotNullWhen(true)] out RegularExpression? expression, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (Cache.TryGetValue(pattern, out expression))
            return true;

        var codePoints = CodePointPattern.Read(pattern);
        if (codePoints.Refusal is { } refusal)
        {
            reason = refusal;
            return false;
        }

        if (!TryBuild(pattern, codePoints, out expression, out reason))
            return false;

        // Patterns are few; where a query makes them from data, starting anew costs less than keeping count of their use.
        if (Cache.Count >= Capacity)
            Cache.Clear();
        Cache[pattern] = expression;
        return true;
    }

    private static bool TryBuild(
        string pattern,
        CodePointPattern codePoints,
        [NotNullWhen(true)] out RegularExpression? expression,
        [NotNullWhen(false)] out string? reason)
    {
        expression = null;
        reason = null;
        var hasPairs = pattern.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
        try
        {
            // Characters of two units mean something else to the engine, up to ranges that it takes for reversed.
            var regex = Create(hasPairs ? codePoints.ToUnits([]) : pattern, codePoints.End);
            var ofPairs = new PairedExpression(highs => Create(codePoints.ToUnits(highs), codePoints.End));
            expression = new RegularExpression(regex, ofPairs, hasPairs ? null : AsciiAutomaton.TryCreate(pattern));
            return true;
        }
        catch (RegexParseException exception)
        {
            reason = Describe(exception, hasPairs);
            return false;
        }
        catch (NotSupportedException)
        {
            // Its message speaks of options that the user cannot see.
            reason = "lookaround, backreferences and conditions would need backtracking";
            return false;
        }
    }

    private static Regex Create(string pattern, string end)
    {
        // Checked alone first, so that a pattern such as ')(' cannot close the group that is put around it.
        _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return new Regex($@"\A(?:{pattern}{end})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    // The message repeats the whole pattern first: "Invalid pattern '(' at offset 1. Not enough )'s."
    private static string Describe(RegexParseException exception, bool isRewritten)
    {
        var message = exception.Message;
        var place = $"at offset {exception.Offset}. ";
        var start = message.LastIndexOf(place, StringComparison.Ordinal);
        var detail = start < 0 ? message : message[(start + place.Length)..];
        return detail.TrimEnd('.', ' ') + (isRewritten ? "" : $", at character {exception.Offset}");
    }
}
