using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Graph.Annotations;

/// <summary>
/// The texts that were read, by their hashes: several annotators of a text, or a corpus that is there twice, make articles that count
/// more than once, which is told.
/// </summary>
internal sealed class KnownTexts
{
    // What is shorter may well be said twice.
    private const int Shortest = 80;
    private readonly HashSet<ulong> hashes = [];

    /// <summary>False where the same text was added before.</summary>
    public bool Add(string text) => text.Length < Shortest || hashes.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())));
}
