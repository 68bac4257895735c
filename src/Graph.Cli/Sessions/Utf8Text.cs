using System.Text;

namespace Graph.Cli.Sessions;

/// <summary>
/// Texts that people write are UTF-8. Anything else is told with its place, as a guess would change what a query asks for.
/// </summary>
internal static class Utf8Text
{
    /// <summary>The text; null, with the reason, where the bytes are no UTF-8.</summary>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string path, out Diagnostic? mistake)
    {
        mistake = null;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return new SourceText(Encoding.UTF8.GetString(bytes), path);

        mistake = Describe(bytes, path);
        return null;
    }

    private static Diagnostic Describe(ReadOnlySpan<byte> bytes, string path)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
            valid += length;

        // What stands before the place is shown as it is; of the rest, only that it cannot be read.
        var source = new SourceText($"{Encoding.UTF8.GetString(bytes[..valid])}\uFFFD", path);
        var offset = source.Text.Length - 1;
        var isWide = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var message = isWide
            ? "This is UTF-16, not UTF-8; save it as UTF-8."
            : $"This is not UTF-8: byte 0x{bytes[valid]:X2}; save it as UTF-8.";
        return Diagnostic.Create("GR1030", DiagnosticSeverity.Error, source, TextSpan.FromBounds(offset, offset + 1), message);
    }
}
