using System.Globalization;
using System.Text;
using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>Strings in either quote, with openCypher's and GQL's escapes; a doubled quote is one quote.</summary>
internal static class StringGrammar
{
    private const int LargestCodePoint = 0x10FFFF;

    public static readonly Parser<ExpressionSyntax> String = Lex.Token<ExpressionSyntax>(
        new Expectation(ExpectationKind.Literal, "a string"),
        start => start.Current is '\'' or '"' ? QuotedText.End(start.Source, start.Position, start.Context.End) : start.Position,
        Read);

    private static LiteralSyntax Read(ParseInput start, TextSpan span)
    {
        var context = start.Context;
        var text = context.Source.GetText(span);
        if (QuotedText.ClosingQuote(context.Text, span.Start, context.End) is not { } close)
        {
            context.Fail(SyntaxDiagnostics.Unclosed(context.Source, "string", span));
            return new LiteralSyntax(Value.Null, text) { Span = span };
        }

        var inner = context.Text.AsSpan(span.Start + 1, close - span.Start - 1);
        var value = inner.IndexOfAny('\\', text[0]) < 0 ? inner.ToString() : Unescape(context, span.Start + 1, close);
        return new LiteralSyntax(Value.FromString(value), text) { Span = span };
    }

    private static string Unescape(ParseContext context, int position, int close)
    {
        var result = new StringBuilder();
        while (position < close && !context.HasFault)
        {
            var character = context.Text[position];
            if (character == '\\')
            {
                position = Escape(context, position, close, result);
                continue;
            }

            result.Append(character);
            position += character == context.Text[close] ? 2 : 1;
        }

        return result.ToString();
    }

    /// <summary>Appends what the escape stands for, and gives the position after it.</summary>
    private static int Escape(ParseContext context, int position, int close, StringBuilder result)
    {
        var letter = context.Text[position + 1];
        if (letter is 'u' or 'U')
            return CodePoint(context, position, close, result);
        char? meaning = letter switch
        {
            '\\' or '\'' or '"' or '`' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (meaning is { } known)
            result.Append(known);
        else
            context.Fail(SyntaxDiagnostics.UnknownEscape(context.Source, new TextSpan(position, 2), context.Text.Substring(position, 2)));
        return position + 2;
    }

    // \u has four digits. \U has eight in openCypher and six in GQL: eight where they are a code point, else six.
    private static int CodePoint(ParseContext context, int position, int close, StringBuilder result)
    {
        var isShort = context.Text[position + 1] == 'u';
        foreach (var length in isShort ? (ReadOnlySpan<int>)[4] : [8, 6])
        {
            if (position + 2 + length > close || !TryReadCode(context.Text.AsSpan(position + 2, length), out var code))
                continue;
            result.Append(isShort ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            return position + 2 + length;
        }

        var escape = isShort ? @"\u" : @"\U";
        context.Fail(SyntaxDiagnostics.UnicodeEscape(context.Source, new TextSpan(position, 2), escape));
        return position + 2;
    }

    // Half of a surrogate pair is no code point of its own, but two \u in a row may make one.
    private static bool TryReadCode(ReadOnlySpan<char> digits, out int code) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
        && code is >= 0 and <= LargestCodePoint
        && (digits.Length == 4 || code is < 0xD800 or > 0xDFFF);
}
