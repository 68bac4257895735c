using System.Text;
using System.Text.Encodings.Web;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>Escapes what JSON demands and what a reader could not see; every other character stands as it is.</summary>
internal sealed unsafe class VisibleJsonEncoder : JavaScriptEncoder
{
    public static readonly VisibleJsonEncoder Instance = new();

    private static readonly JavaScriptEncoder Relaxed = UnsafeRelaxedJsonEscaping;

    public override int MaxOutputCharactersPerInputCharacter => 12;

    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is '"' or '\\' || !Rune.TryCreate(unicodeScalar, out var rune) || VisibleText.IsHidden(rune);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var position = 0; position < textLength;)
        {
            var status = Rune.DecodeFromUtf16(rest[position..], out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done || WillEncode(rune.Value))
                return position;
            position += length;
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (Relaxed.WillEncode(unicodeScalar))
            return Relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

        Span<char> units = stackalloc char[2];
        var count = new Rune(unicodeScalar).EncodeToUtf16(units);
        var escaped = count == 1 ? $"\\u{(int)units[0]:X4}" : $"\\u{(int)units[0]:X4}\\u{(int)units[1]:X4}";
        numberOfCharactersWritten = escaped.Length;
        return escaped.TryCopyTo(new Span<char>(buffer, bufferLength));
    }
}
