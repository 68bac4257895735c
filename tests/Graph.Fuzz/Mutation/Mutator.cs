using System.Text;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Mutation;

/// <summary>
/// Makes an input of other inputs by damage to bytes, words and lines, and by splices. The same seed gives the same input.
/// </summary>
internal sealed class Mutator(IReadOnlyList<FuzzInput> corpus, IReadOnlyList<string> words, int seed)
{
    private const int MostSteps = 6;
    private const int LongestInput = 1 << 16;

    private readonly Random random = new(seed);

    public FuzzInput Make()
    {
        var input = corpus[random.Next(corpus.Count)];
        var index = random.Next(input.Files.Length);
        var bytes = input.Files[index].Bytes;
        for (var i = 0; i < MostSteps && (i == 0 || random.Next(2) == 0); i++)
            bytes = Change(bytes);
        return input.With(index, bytes.Length <= LongestInput ? bytes : bytes[..LongestInput]);
    }

    private byte[] Change(byte[] bytes) => random.Next(10) switch
    {
        0 or 1 => new ByteMutation(random).Change(bytes),
        2 or 3 => new LineMutation(random).Change(bytes, Donor()),
        4 => Splice(bytes, Donor()),
        5 when random.Next(4) == 0 => Encode(bytes),
        _ => new WordMutation(random, words).Change(bytes, Donor()),
    };

    private byte[] Donor()
    {
        var input = corpus[random.Next(corpus.Count)];
        return input.Files[random.Next(input.Files.Length)].Bytes;
    }

    private byte[] Splice(byte[] bytes, byte[] donor) =>
        [.. bytes[..random.Next(bytes.Length + 1)], .. donor[random.Next(donor.Length + 1)..]];

    /// <summary>The same text as other programs save it.</summary>
    private byte[] Encode(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return random.Next(5) switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            1 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            2 => [.. Encoding.UTF8.Preamble, .. bytes],
            3 => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(text.Replace('\n', '\r')),
        };
    }
}
