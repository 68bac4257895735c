using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Query.Functions;

/// <summary>A pattern that must match the whole string.</summary>
/// <param name="regex">Does not backtrack, and sees units of UTF-16.</param>
/// <param name="ofPairs">The same for texts with characters of two units.</param>
/// <param name="automaton">The same for texts of ASCII, many times as fast; null where the pattern has no such form.</param>
internal sealed class RegularExpression(Regex regex, PairedExpression ofPairs, AsciiAutomaton? automaton)
{
    private const int Small = 256;

    public bool Matches(string text) => automaton?.Matches<char>(text) ?? MatchesUnits(text);

    public bool Matches(ReadOnlySpan<byte> utf8) => automaton?.Matches(utf8) ?? MatchesDecoded(utf8);

    private bool MatchesUnits(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\uD800', '\uDFFF') ? ofPairs.IsMatch(text) : regex.IsMatch(text);

    private bool MatchesDecoded(ReadOnlySpan<byte> utf8)
    {
        // UTF-16 has no more units than UTF-8 has bytes.
        char[]? rented = null;
        Span<char> text = utf8.Length <= Small ? stackalloc char[Small] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        var matches = MatchesUnits(text[..Encoding.UTF8.GetChars(utf8, text)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return matches;
    }
}
