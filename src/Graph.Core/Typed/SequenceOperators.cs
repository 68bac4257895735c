namespace Graph.Core;

/// <summary>The elements that a predicate accepts; it is asked as they are walked.</summary>
public readonly struct FilteredSequence<T, TSteps> : IElementSequence<T, FilteredSequence<T, TSteps>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
{
    private readonly IElementSequence<T, TSteps> source;
    private readonly Func<T, bool> predicate;

    internal FilteredSequence(IElementSequence<T, TSteps> source, Func<T, bool> predicate) => (this.source, this.predicate) = (source, predicate);

    public Enumerator GetEnumerator() => new(source.GetEnumerator(), predicate);

    public struct Enumerator : ISequenceSteps<T>
    {
        private readonly Func<T, bool> predicate;
        private TSteps steps;

        internal Enumerator(TSteps steps, Func<T, bool> predicate) => (this.steps, this.predicate, Current) = (steps, predicate, default!);

        public T Current { readonly get; private set; }

        public bool MoveNext()
        {
            while (steps.MoveNext())
            {
                Current = steps.Current;
                if (predicate(Current))
                    return true;
            }

            return false;
        }
    }
}

/// <summary>What a selector makes of each element as it is walked.</summary>
public readonly struct ProjectedSequence<T, TSteps, TResult> : IElementSequence<TResult, ProjectedSequence<T, TSteps, TResult>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
{
    private readonly IElementSequence<T, TSteps> source;
    private readonly Func<T, TResult> selector;

    internal ProjectedSequence(IElementSequence<T, TSteps> source, Func<T, TResult> selector) => (this.source, this.selector) = (source, selector);

    public Enumerator GetEnumerator() => new(source.GetEnumerator(), selector);

    public struct Enumerator : ISequenceSteps<TResult>
    {
        private readonly Func<T, TResult> selector;
        private TSteps steps;

        internal Enumerator(TSteps steps, Func<T, TResult> selector) => (this.steps, this.selector, Current) = (steps, selector, default!);

        public TResult Current { readonly get; private set; }

        public bool MoveNext()
        {
            if (!steps.MoveNext())
                return false;
            Current = selector(steps.Current);
            return true;
        }
    }
}

/// <summary>The elements of the sequence that a selector gives for each element, one sequence after another.</summary>
public readonly struct FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult>
    : IElementSequence<TResult, FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
    where TInnerSteps : struct, ISequenceSteps<TInner>
{
    private readonly IElementSequence<T, TSteps> source;
    private readonly Func<T, IElementSequence<TInner, TInnerSteps>> selector;
    private readonly Func<T, TInner, TResult> resultSelector;

    internal FlattenedSequence(
        IElementSequence<T, TSteps> source, Func<T, IElementSequence<TInner, TInnerSteps>> selector, Func<T, TInner, TResult> resultSelector)
    {
        this.source = source;
        this.selector = selector;
        this.resultSelector = resultSelector;
    }

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator : ISequenceSteps<TResult>
    {
        private readonly FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> sequence;
        private TSteps steps;
        private T outer;
        private TInnerSteps inner;
        private bool isInside;

        internal Enumerator(FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> sequence)
        {
            this.sequence = sequence;
            (steps, outer, inner, isInside) = (sequence.source.GetEnumerator(), default!, default, false);
            Current = default!;
        }

        public TResult Current { readonly get; private set; }

        public bool MoveNext()
        {
            while (!isInside || !inner.MoveNext())
            {
                isInside = steps.MoveNext();
                if (!isInside)
                    return false;
                outer = steps.Current;
                inner = sequence.selector(outer).GetEnumerator();
            }

            Current = sequence.resultSelector(outer, inner.Current);
            return true;
        }
    }
}
