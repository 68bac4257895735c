using System.Diagnostics;

namespace Graph.Query.Functions;

/// <summary>
/// A pattern taken apart into steps: each takes a character of a set and goes on to another step, or takes none and goes on to two.
/// </summary>
internal sealed class AsciiSteps
{
    private const int MostSteps = 256;
    private const int Accept = 0;

    private readonly List<(AsciiSet? Set, int Next, int Other)> steps = [(null, -1, -1)];
    private readonly int[] firstLike = new int[AsciiAutomaton.CharacterCount];

    /// <summary>The step that a text begins with.</summary>
    public int First { get; private set; }

    /// <returns>Null where there would be too many steps.</returns>
    public static AsciiSteps? TryCreate(AsciiPattern pattern)
    {
        var steps = new AsciiSteps();
        steps.First = steps.Add(pattern, Accept);
        if (steps.steps.Count > MostSteps)
            return null;

        steps.FindLikes();
        return steps;
    }

    /// <summary>The first character that stands in the same sets as another, and so leads to the same steps.</summary>
    public int GetFirstLike(int character) => firstLike[character];

    public bool Accepts(int[] at) => at.Contains(Accept);

    /// <summary>Where a character leads to from any of some steps, in order.</summary>
    public int[] Follow(int[] at, int character) =>
        Close(at.Where(step => steps[step].Set?.Contains(character) == true).Select(step => steps[step].Next));

    /// <summary>The steps with those that are reached from them without a character, in order.</summary>
    public int[] Close(IEnumerable<int> at)
    {
        var reached = new SortedSet<int>();
        var waiting = new Stack<int>(at);
        while (waiting.TryPop(out var step))
        {
            if (!reached.Add(step) || steps[step].Set is not null || step == Accept)
                continue;
            waiting.Push(steps[step].Next);
            waiting.Push(steps[step].Other);
        }

        return [.. reached];
    }

    private void FindLikes()
    {
        AsciiSet[] sets = [.. steps.Select(step => step.Set).OfType<AsciiSet>().Distinct()];
        var first = new Dictionary<string, int>();
        for (var character = 0; character < firstLike.Length; character++)
        {
            var membership = string.Concat(sets.Select(set => set.Contains(character) ? '1' : '0'));
            first.TryAdd(membership, character);
            firstLike[character] = first[membership];
        }
    }

    /// <param name="next">The step behind the pattern.</param>
    /// <returns>The first step of the pattern.</returns>
    private int Add(AsciiPattern pattern, int next)
    {
        if (steps.Count > MostSteps)
            return next;

        switch (pattern)
        {
            case AsciiSet set:
                return Add(set, next, -1);
            case AsciiSequence sequence:
                return sequence.Parts.Reverse().Aggregate(next, (behind, part) => Add(part, behind));
            case AsciiChoice choice:
                return choice.Branches[1..].Aggregate(
                    Add(choice.Branches[0], next), (first, branch) => Add(null, first, Add(branch, next)));
            case AsciiRepetition repetition:
                return AddRepetition(repetition, next);
            default:
                throw new UnreachableException();
        }
    }

    private int AddRepetition(AsciiRepetition repetition, int next)
    {
        var first = next;
        if (repetition.Most is null)
        {
            first = Add(null, next, next);
            steps[first] = (null, Add(repetition.Part, first), next);
        }

        for (var count = repetition.Least; count < repetition.Most && steps.Count <= MostSteps; count++)
            first = Add(null, Add(repetition.Part, first), next);
        for (var count = 0; count < repetition.Least && steps.Count <= MostSteps; count++)
        {
            // What takes no character adds no step, however often it is repeated.
            var behind = first;
            first = Add(repetition.Part, behind);
            if (first == behind)
                break;
        }

        return first;
    }

    private int Add(AsciiSet? set, int next, int other)
    {
        steps.Add((set, next, other));
        return steps.Count - 1;
    }
}
