using System.Text;

namespace Graph.Testing.Ebnf;

/// <summary>Derives random sentences from a grammar: the same ones for the same seed.</summary>
/// <param name="repetitionOdds">The chance of each repetition that may be left out; null for up to three, all counts alike.</param>
/// <param name="constraints">By rule, what the grammar cannot say: the tokens of a derivation that are another sentence are derived
/// again.</param>
public sealed class EbnfSentences(
    EbnfGrammar grammar,
    int seed,
    double? repetitionOdds = null,
    IReadOnlyDictionary<string, Predicate<IReadOnlyList<string>>>? constraints = null)
{
    private const int MaximumRepetitions = 3;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ .,;:!?+-*/<>=()[]{}#@'\"`\\éÄß漢";

    private readonly Random random = new(seed);
    private readonly List<string> tokens = [];

    /// <param name="depth">Beyond so many nested rules only the shortest derivations are taken.</param>
    public string Derive(string rule, int depth)
    {
        tokens.Clear();
        DeriveRule(rule, depth);
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (text.Length > 0)
                text.Append(Blank(text[^1], token[0]));
            text.Append(token);
        }

        return text.ToString();
    }

    private void DeriveRule(string rule, int depth)
    {
        if (EbnfGrammar.IsToken(rule))
        {
            tokens.Add(DeriveToken(grammar.Rules[rule], depth));
            return;
        }

        var start = tokens.Count;
        do
        {
            tokens.RemoveRange(start, tokens.Count - start);
            DeriveExpression(grammar.Rules[rule], depth - 1);
        }
        while (constraints?.TryGetValue(rule, out var isMet) == true && !isMet(tokens[start..]));
    }

    private void DeriveExpression(EbnfExpression expression, int depth)
    {
        switch (expression)
        {
            case EbnfTerminal terminal:
                tokens.Add(random.Next(4) == 0 ? terminal.Text.ToLowerInvariant() : terminal.Text);
                break;
            case EbnfReference reference:
                DeriveRule(reference.Name, depth);
                break;
            case EbnfSequence sequence:
                foreach (var item in sequence.Items)
                    DeriveExpression(item, depth);
                break;
            case EbnfChoice choice:
                DeriveExpression(Choose(choice, depth), depth);
                break;
            case EbnfRepetition repetition:
                for (var count = ChooseCount(repetition, depth); count > 0; count--)
                    DeriveExpression(repetition.Item, depth);
                break;
            default:
                throw new FormatException("Characters and differences stand in rules of tokens only, whose names begin with a capital.");
        }
    }

    private string DeriveToken(EbnfExpression expression, int depth) => expression switch
    {
        EbnfTerminal terminal => terminal.Text,
        EbnfReference reference => DeriveToken(grammar.Rules[reference.Name], depth - 1),
        EbnfSequence sequence => string.Concat(sequence.Items.Select(item => DeriveToken(item, depth))),
        EbnfChoice choice => DeriveToken(Choose(choice, depth), depth),
        EbnfRepetition repetition =>
            string.Concat(Enumerable.Range(0, ChooseCount(repetition, depth)).Select(_ => DeriveToken(repetition.Item, depth))),
        EbnfDifference difference => DeriveDifference(difference, depth),
        EbnfCharacters characters => ChooseCharacter(characters).ToString(),
        _ => throw new FormatException("Unknown expression."),
    };

    private string DeriveDifference(EbnfDifference difference, int depth)
    {
        var without = difference.Without is EbnfReference reference ? grammar.Rules[reference.Name] : difference.Without;
        var excluded = (without is EbnfChoice choice ? choice.Alternatives : [without]).Cast<EbnfTerminal>()
            .Select(terminal => terminal.Text);
        while (true)
        {
            var token = DeriveToken(difference.From, depth);
            if (!excluded.Contains(token, StringComparer.OrdinalIgnoreCase))
                return token;
        }
    }

    private EbnfExpression Choose(EbnfChoice choice, int depth)
    {
        if (depth > 0)
            return choice.Alternatives[random.Next(choice.Alternatives.Count)];
        var least = choice.Alternatives.Min(grammar.GetHeight);
        return choice.Alternatives.First(alternative => grammar.GetHeight(alternative) == least);
    }

    private int ChooseCount(EbnfRepetition repetition, int depth)
    {
        if (depth <= 0)
            return repetition.Minimum;
        var maximum = repetition.Maximum ?? MaximumRepetitions;
        if (repetitionOdds is not { } odds)
            return random.Next(repetition.Minimum, maximum + 1);
        var count = repetition.Minimum;
        while (count < maximum && random.NextDouble() < odds)
            count++;
        return count;
    }

    private char ChooseCharacter(EbnfCharacters characters)
    {
        var candidates = Alphabet.Where(characters.Contains).ToList();
        if (candidates.Count > 0)
            return candidates[random.Next(candidates.Count)];
        return characters.Ranges[0].First;
    }

    /// <summary>Words need a blank between them; elsewhere there may be one, so that signs that touch are tried as well.</summary>
    private string Blank(char before, char after)
    {
        var isNeeded = IsWordPart(before) == IsWordPart(after);
        return random.Next(isNeeded ? 1 : 0, 6) switch
        {
            0 => "",
            4 => "\n  ",
            5 => "\t",
            _ => " ",
        };
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_';
}
