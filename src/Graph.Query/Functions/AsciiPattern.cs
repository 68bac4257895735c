namespace Graph.Query.Functions;

/// <summary>A part of a regular expression, as far as it can match texts of ASCII.</summary>
internal abstract record AsciiPattern;

/// <summary>One character of a set.</summary>
/// <param name="Members">A bit for each of the 128 characters.</param>
internal sealed record AsciiSet(UInt128 Members) : AsciiPattern
{
    public static readonly AsciiSet Digits = OfRange('0', '9');

    public static readonly AsciiSet Blanks = OfRange('\t', '\r').With(OfRange(' ', ' '));

    public static readonly AsciiSet WordCharacters = OfRange('a', 'z').With(OfRange('A', 'Z')).With(Digits).With(OfRange('_', '_'));

    /// <summary>What <c>.</c> matches.</summary>
    public static readonly AsciiSet AllButLineFeed = OfRange('\n', '\n').Inverse;

    public AsciiSet Inverse => new(~Members);

    /// <summary>The characters between two, of which those beyond ASCII are left out.</summary>
    public static AsciiSet OfRange(char first, char last)
    {
        var members = UInt128.Zero;
        for (var character = (int)first; character <= last && character < AsciiAutomaton.CharacterCount; character++)
            members |= UInt128.One << character;
        return new AsciiSet(members);
    }

    public bool Contains(int character) => ((Members >> character) & UInt128.One) != UInt128.Zero;

    public AsciiSet With(AsciiSet other) => new(Members | other.Members);
}

internal sealed record AsciiSequence(ImmutableArray<AsciiPattern> Parts) : AsciiPattern;

internal sealed record AsciiChoice(ImmutableArray<AsciiPattern> Branches) : AsciiPattern;

/// <param name="Most">Null for no limit.</param>
internal sealed record AsciiRepetition(AsciiPattern Part, int Least, int? Most) : AsciiPattern;
