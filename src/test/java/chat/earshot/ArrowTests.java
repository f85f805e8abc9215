package chat.earshot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and what each may not know. */
class ArrowTests {

    private static final String BASE = "chat.earshot.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("chat.earshot");

    @Test
    void eventUsesNothingOfOurs() {
        only("event..");
    }

    @Test
    void webUsesNothingOfOurs() {
        only("web..");
    }

    @Test
    void logUsesEvent() {
        only("log..", "event..");
    }

    @Test
    void streamUsesLogEventAndWeb() {
        only("stream..", "log", "event..", "web..");
    }

    @Test
    void publishUsesLogEventAndWeb() {
        only("publish..", "log", "event..", "web..");
    }

    @Test
    void pageUsesLogEventWebAndPublish() {
        only("page..", "log", "event..", "web..", "publish..");
    }

    @Test
    void nobodyKnowsWhichLogItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "log.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "log.sqlite")
                .check(CLASSES);
    }

    @Test
    void eventKnowsNeitherSpringNorInputAndOutput() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "event")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheSqliteLogKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "log.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void onlyWebKnowsJetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(CLASSES);
    }

    /** These classes use of ours only themselves and the packages named. */
    private static void only(String these, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = BASE + these;
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = BASE + others[i];
        }
        classes()
                .that()
                .resideInAPackage(BASE + these)
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.or(resideOutsideOfPackage("chat.earshot.."), resideInAnyPackage(allowed)))
                .check(CLASSES);
    }
}
