using System.Numerics;

namespace Graph.Query.Functions;

/// <summary>
/// A regular expression that must match the whole text, as a table of states: one look-up a character, for texts of ASCII.
/// </summary>
internal sealed class AsciiAutomaton
{
    public const int CharacterCount = 128;

    private const int MostStates = 256;

    // Steps that are looked at while the table is made: some 20 ms.
    private const int MostWork = 200_000;
    private const ushort Dead = 0;

    private readonly ushort[] next;
    private readonly bool[] isAccepting;

    // States that no character leads out of any more: the answer is known before the end.
    private readonly bool[] isFinal;

    private AsciiAutomaton(ushort[] next, bool[] isAccepting)
    {
        this.next = next;
        this.isAccepting = isAccepting;
        isFinal = [.. Enumerable.Range(0, isAccepting.Length).Select(state => GetRow(state).IndexOfAnyExcept((ushort)state) < 0)];
    }

    /// <returns>Null where the pattern is of another kind, or needs too many states.</returns>
    public static AsciiAutomaton? TryCreate(string pattern) =>
        AsciiPatternReader.TryRead(pattern) is { } read && AsciiSteps.TryCreate(read) is { } steps ? TryCreate(steps) : null;

    /// <returns>Null where the text has other characters, of which this knows nothing.</returns>
    /// <param name="text">In UTF-8 or UTF-16.</param>
    public bool? Matches<TUnit>(ReadOnlySpan<TUnit> text)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        int state = Dead + 1;
        for (var i = 0; i < text.Length; i++)
        {
            var character = int.CreateTruncating(text[i]);
            if (character >= CharacterCount)
                return null;

            state = next[(state * CharacterCount) + character];
            if (isFinal[state])
                return text[i..].IndexOfAnyExceptInRange(TUnit.Zero, TUnit.CreateTruncating(CharacterCount - 1)) < 0
                    ? isAccepting[state]
                    : null;
        }

        return isAccepting[state];
    }

    /// <summary>Each set of steps that a text can stand at is a state.</summary>
    private static AsciiAutomaton? TryCreate(AsciiSteps steps)
    {
        var first = steps.Close([steps.First]);
        var states = new List<int[]> { Array.Empty<int>(), first };
        var numbers = new Dictionary<string, ushort> { [GetKey([])] = Dead };
        numbers.TryAdd(GetKey(first), 1);
        var next = new List<ushort>(new ushort[CharacterCount]);
        var work = 0;
        for (var state = 1; state < states.Count; state++)
        {
            for (var character = 0; character < CharacterCount; character++)
            {
                if (steps.GetFirstLike(character) is var like && like < character)
                {
                    next.Add(next[(state * CharacterCount) + like]);
                    continue;
                }

                var reached = steps.Follow(states[state], character);
                if (numbers.TryAdd(GetKey(reached), (ushort)states.Count))
                    states.Add(reached);
                next.Add(numbers[GetKey(reached)]);
                work += states[state].Length + reached.Length;
            }

            if (states.Count > MostStates || work > MostWork)
                return null;
        }

        return new AsciiAutomaton([.. next], [.. states.Select(steps.Accepts)]);
    }

    private ReadOnlySpan<ushort> GetRow(int state) => next.AsSpan(state * CharacterCount, CharacterCount);

    private static string GetKey(int[] steps) => string.Join(',', steps);
}
