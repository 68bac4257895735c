using System.Diagnostics;
using System.Runtime.CompilerServices;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>What each operator of a plan did during one run.</summary>
internal sealed class ProfileMap
{
    private readonly Dictionary<PlanOperator, OperatorProfile> profiles = new(ReferenceComparer.Instance);

    /// <summary>Null for an operator that did not run by itself.</summary>
    public OperatorProfile? Find(PlanOperator plan) => profiles.GetValueOrDefault(plan);

    public Operator Watch(PlanOperator plan, Operator compiled)
    {
        var profile = new OperatorProfile();
        profiles[plan] = profile;
        return new ProfiledOperator(compiled, profile);
    }

    /// <summary>Two operators that say the same are still two.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<PlanOperator>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(PlanOperator? x, PlanOperator? y) => ReferenceEquals(x, y);

        public int GetHashCode(PlanOperator obj) => RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>Rows that an operator gave, and the time it and its inputs took, added up over all cores.</summary>
internal sealed class OperatorProfile
{
    private long rows;
    private long ticks;

    public long Rows => rows;

    public TimeSpan Time => Stopwatch.GetElapsedTime(0, ticks);

    public void AddRows(long count) => Interlocked.Add(ref rows, count);

    public void AddTime(long elapsed) => Interlocked.Add(ref ticks, elapsed);
}

internal sealed class ProfiledOperator(Operator inner, OperatorProfile profile) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        using var batches = inner.Run(state, argument).GetEnumerator();
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            var hasNext = batches.MoveNext();
            profile.AddTime(Stopwatch.GetTimestamp() - started);
            if (!hasNext)
                yield break;

            profile.AddRows(batches.Current.Count);
            yield return batches.Current;
        }
    }
}
