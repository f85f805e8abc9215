package chat.earshot.page;

import java.util.List;

/** What a text is made of, from its beginning to its end. */
sealed interface TextPart {

    record Words(List<Run> runs) implements TextPart {

        @Override
        public int size() {
            return runs.size();
        }
    }

    /** @param language as it stood behind the fence, empty where none did */
    record CodeBlock(String language, String code) implements TextPart {

        @Override
        public int size() {
            return 1;
        }
    }

    int size();

    default boolean isCodeBlock() {
        return this instanceof CodeBlock;
    }
}
