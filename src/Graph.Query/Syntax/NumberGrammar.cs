using System.Buffers;
using System.Globalization;
using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>Numbers: <c>1 1_000 0x1F 0o17 1.5 .5 1e9</c>. A number that runs on into a word is one broken number.</summary>
internal static class NumberGrammar
{
    private const ulong MinimumMagnitude = 1UL << 63;

    private static readonly SearchValues<char> DecimalCharacters = SearchValues.Create("0123456789_.");

    private static readonly Expectation Expected = new(ExpectationKind.Literal, "a number");

    public static readonly Parser<ExpressionSyntax> Number =
        Lex.Token<ExpressionSyntax>(Expected, start => End(start.Context, start.Position), (start, span) => Read(start.Context, span));

    /// <summary><c>-9223372036854775808</c>, whose digits alone are no 64-bit integer.</summary>
    public static readonly Parser<ExpressionSyntax> MinimumInteger =
        Lex.Token<ExpressionSyntax>(
            Expected, MinimumIntegerEnd, (start, span) => Literal(start.Context, span, Value.FromInteger(long.MinValue)));

    /// <summary>The bounds of lengths and quantifiers: digits only, so that <c>1..3</c> is two of them.</summary>
    public static readonly Parser<long?> Bound = Lex.Token(Expected, start => DigitsEnd(start.Context, start.Position), ReadBound);

    public static readonly Parser<ExpressionSyntax> Count = Lex.Token<ExpressionSyntax>(
        Expected,
        start => DigitsEnd(start.Context, start.Position),
        (start, span) => Literal(start.Context, span, Value.FromInteger(ReadBound(start, span) ?? 0)));

    public static bool IsMinimumInteger(ParseInput start) => MinimumIntegerEnd(start) != start.Position;

    private static int MinimumIntegerEnd(ParseInput start)
    {
        var context = start.Context;
        var digits = start.Position + 1;
        if (start.Current != '-' || !Characters.IsDigit(context.CharacterAt(digits)))
            return start.Position;
        var end = End(context, digits);
        return TryReadMagnitude(context.Text.AsSpan(digits, end - digits), out var magnitude) && magnitude == MinimumMagnitude
            ? end
            : start.Position;
    }

    /// <summary>The end of the number here with everything that runs on from it, or the position where none begins.</summary>
    private static int End(ParseContext context, int position)
    {
        var first = context.CharacterAt(position);
        if (!Characters.IsDigit(first) && !(first == '.' && Characters.IsDigit(context.CharacterAt(position + 1))))
            return position;
        var end = position;
        while (end < context.End)
        {
            var character = context.Text[end];
            var isFraction = character == '.' && Characters.IsDigit(context.CharacterAt(end + 1));
            var isExponentSign = character is '+' or '-' && IsExponent(context.Text.AsSpan(position, end - position));
            if (!isFraction && !isExponentSign && !Characters.IsWordPart(context.Text, end, context.End))
                break;
            end++;
        }

        return end;
    }

    private static bool IsExponent(ReadOnlySpan<char> text) =>
        text[^1] is 'e' or 'E' && !text[..^1].ContainsAnyExcept(DecimalCharacters);

    private static int DigitsEnd(ParseContext context, int position)
    {
        while (Characters.IsDigit(context.CharacterAt(position)))
            position++;
        return position;
    }

    private static LiteralSyntax Read(ParseContext context, TextSpan span)
    {
        var text = context.Text.AsSpan(span.Start, span.Length);
        if (TryReadMagnitude(text, out var magnitude))
            return Integer(context, span, magnitude);
        if (IsInteger(text))
            return Fail(context, span, SyntaxDiagnostics.IntegerOverflow(context.Source, span));
        if (!IsFloat(text))
            return Fail(context, span, SyntaxDiagnostics.NotANumber(context.Source, span));
        var number = double.Parse(WithoutUnderscores(text), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? Literal(context, span, Value.FromFloat(number))
            : Fail(context, span, SyntaxDiagnostics.FloatOverflow(context.Source, span));
    }

    private static LiteralSyntax Integer(ParseContext context, TextSpan span, ulong magnitude)
    {
        if (magnitude > long.MaxValue)
            return Fail(context, span, SyntaxDiagnostics.IntegerOverflow(context.Source, span));
        if (span.Length > 1 && context.Text[span.Start] == '0' && Characters.IsDigit(context.Text[span.Start + 1]))
            context.Warn(SyntaxDiagnostics.LeadingZero(context.Source, span, (long)magnitude));
        return Literal(context, span, Value.FromInteger((long)magnitude));
    }

    private static long? ReadBound(ParseInput start, TextSpan span)
    {
        if (long.TryParse(start.Source.AsSpan(span.Start, span.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bound))
            return bound;
        start.Context.Fail(SyntaxDiagnostics.IntegerOverflow(start.Context.Source, span));
        return null;
    }

    private static bool TryReadMagnitude(ReadOnlySpan<char> text, out ulong magnitude)
    {
        magnitude = 0;
        if (!IsInteger(text))
            return false;
        var radix = RadixOf(text);
        foreach (var digit in DigitsOf(text, radix))
        {
            if (digit == '_')
                continue;
            var high = Math.BigMul(magnitude, (ulong)radix, out var low);
            magnitude = low + (ulong)DigitValue(digit);
            if (high != 0 || magnitude < low)
                return false;
        }

        return true;
    }

    private static int RadixOf(ReadOnlySpan<char> text) => text switch
    {
        ['0', 'x' or 'X', ..] => 16,
        ['0', 'o' or 'O', ..] => 8,
        _ => 10,
    };

    private static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> text, int radix) => radix == 10 ? text : text[2..];

    private static bool IsInteger(ReadOnlySpan<char> text) => IsDigits(DigitsOf(text, RadixOf(text)), RadixOf(text));

    // One underscore may stand between two digits.
    private static bool IsDigits(ReadOnlySpan<char> text, int radix)
    {
        var isDigit = false;
        foreach (var character in text)
        {
            if (character == '_' ? !isDigit : DigitValue(character) >= radix)
                return false;
            isDigit = character != '_';
        }

        return isDigit;
    }

    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent >= 0 && !IsDigits(text[(exponent + 1)..].TrimStart("+-"), 10))
            return false;
        var mantissa = exponent >= 0 ? text[..exponent] : text;
        var point = mantissa.IndexOf('.');
        return point < 0
            ? IsDigits(mantissa, 10)
            : (point == 0 || IsDigits(mantissa[..point], 10)) && IsDigits(mantissa[(point + 1)..], 10);
    }

    private static int DigitValue(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => int.MaxValue,
    };

    private static string WithoutUnderscores(ReadOnlySpan<char> text) => text.ToString().Replace("_", "");

    private static LiteralSyntax Fail(ParseContext context, TextSpan span, Diagnostic diagnostic)
    {
        context.Fail(diagnostic);
        return Literal(context, span, Value.Null);
    }

    private static LiteralSyntax Literal(ParseContext context, TextSpan span, Value value) =>
        new(value, context.Source.GetText(span)) { Span = span };
}
