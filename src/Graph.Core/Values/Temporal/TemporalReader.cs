namespace Graph.Core;

/// <summary>A place in a text that is read from left to right; each read takes what it names or nothing.</summary>
internal ref struct TemporalReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == text.Length;

    public readonly char Current => IsAtEnd ? '\0' : text[Position];

    /// <summary>How many digits come next.</summary>
    public readonly int CountDigits()
    {
        var end = Position;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - Position;
    }

    public bool TryTake(char character)
    {
        if (Current != character || IsAtEnd)
            return false;
        Position++;
        return true;
    }

    /// <summary>Exactly so many digits.</summary>
    public bool TryReadNumber(int digits, out int number)
    {
        number = 0;
        if (CountDigits() < digits)
            return false;
        for (var i = 0; i < digits; i++)
            number = (number * 10) + (text[Position + i] - '0');
        Position += digits;
        return true;
    }

    /// <summary>Digits as a part of one, in nanoseconds; those beyond the ninth are cut off.</summary>
    public bool TryReadFraction(out long nanoseconds)
    {
        nanoseconds = 0;
        var digits = CountDigits();
        for (var i = 0; i < 9; i++)
            nanoseconds = (nanoseconds * 10) + (i < digits ? text[Position + i] - '0' : 0);
        Position += digits;
        return digits > 0;
    }

    public ReadOnlySpan<char> ReadUntil(char end)
    {
        var length = text[Position..].IndexOf(end);
        var read = length < 0 ? text[Position..] : text.Slice(Position, length);
        Position += read.Length;
        return read;
    }
}
