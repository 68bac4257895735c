using System.Text;

namespace Graph.Fuzz.Mutation;

/// <summary>Words and signs that are lost, doubled, exchanged, repeated, nested, or come from the language or another file.</summary>
internal sealed class WordMutation(Random random, IReadOnlyList<string> words)
{
    private const int MostRepetitions = 200;
    private static readonly string[] Brackets = ["()", "[]", "{}", "<>", "\"\"", "''", "``"];

    public byte[] Change(byte[] bytes, byte[] donor)
    {
        var tokens = Split(bytes);
        if (tokens.Count == 0)
            return bytes;

        var index = random.Next(tokens.Count);
        switch (random.Next(10))
        {
            case 0:
                tokens.RemoveRange(index, Math.Min(random.Next(1, 4), tokens.Count - index));
                break;
            case 1:
                tokens.Insert(index, tokens[random.Next(tokens.Count)]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[index], tokens[other]) = (tokens[other], tokens[index]);
                break;
            case 3 or 4:
                tokens[index] = Word();
                break;
            case 5:
                tokens.Insert(index, $" {Word()} ");
                break;
            case 6:
                InsertOthers(tokens, index, Split(donor));
                break;
            case 7:
                ChangeNumber(tokens);
                break;
            case 8:
                Repeat(tokens, index);
                break;
            default:
                Nest(tokens, index);
                break;
        }

        return Encoding.Latin1.GetBytes(string.Concat(tokens));
    }

    private string Word() => words.Count > 0 && random.Next(4) > 0
        ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(words[random.Next(words.Count)]))
        : Encoding.Latin1.GetString(InterestingParts.Bytes[random.Next(InterestingParts.Bytes.Length)]);

    private void InsertOthers(List<string> tokens, int index, List<string> others)
    {
        var start = random.Next(others.Count + 1);
        tokens.InsertRange(index, others.Skip(start).Take(random.Next(1, 12)));
    }

    private void ChangeNumber(List<string> tokens)
    {
        var numbers = Enumerable.Range(0, tokens.Count).Where(i => char.IsAsciiDigit(tokens[i][0])).ToList();
        if (numbers.Count > 0)
            tokens[numbers[random.Next(numbers.Count)]] = InterestingParts.Numbers[random.Next(InterestingParts.Numbers.Length)];
    }

    private void Repeat(List<string> tokens, int index)
    {
        var part = tokens.Skip(index).Take(random.Next(1, 8)).ToList();
        for (var count = random.Next(1, random.Next(4) == 0 ? MostRepetitions : 4); count > 0; count--)
            tokens.InsertRange(index, part);
    }

    private void Nest(List<string> tokens, int index)
    {
        var end = Math.Min(tokens.Count, index + random.Next(1, 8));
        var bracket = Brackets[random.Next(Brackets.Length)];
        var depth = random.Next(8) == 0 ? MostRepetitions : 1;
        tokens.Insert(end, new string(bracket[1], depth));
        tokens.Insert(index, new string(bracket[0], depth));
    }

    /// <summary>Words, numbers, runs of blanks, and every other byte by itself; a sign a byte.</summary>
    private static List<string> Split(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var tokens = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            var kind = Kind(text[start]);
            while (kind != 0 && end < text.Length && Kind(text[end]) == kind)
                end++;
            tokens.Add(text[start..end]);
        }

        return tokens;
    }

    private static int Kind(char sign) => sign switch
    {
        >= '0' and <= '9' => 1,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080' => 2,
        ' ' or '\t' => 3,
        _ => 0,
    };
}
